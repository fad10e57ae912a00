/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * Describes the analysis chain of a model. It names switches and limits of one fixed chain (see
 * {@link TextAnalyzer}) and not classes or patterns: a model file is data, and must not choose what
 * code runs.
 *
 * <p>The chain itself has versions, for a model answers as it was trained to: 1 is that of before
 * the versions, 2 cleans text with {@link org.docket.text.clean.TextCleaner} first.
 *
 * @param chain version of the chain; 1 to {@value #CHAIN}
 * @param stripHtml whether markup is removed and entities are decoded
 * @param normalizeRedactions whether a run of X words (the CFPB's {@code XXXX XX/XX/XXXX}) becomes
 *     one token
 * @param normalizeAmounts whether an amount such as {@code {$1,200.00}} becomes a token of its
 *     magnitude
 * @param maxTokenLength longer tokens are dropped, in UTF-16 units; 1 to 255
 * @param maxTokens a text is cut after this many tokens; 1 to 100,000
 * @param maxChars a text is cut after this many UTF-16 units, before analysis; 1 to 100,000,000
 * @param stopWords dropped tokens, in lower case; at most 10,000, and not made to collide
 */
public record AnalysisSpec(
    int chain,
    boolean stripHtml,
    boolean normalizeRedactions,
    boolean normalizeAmounts,
    int maxTokenLength,
    int maxTokens,
    int maxChars,
    List<String> stopWords) {

  /** The newest version of the chain, which new models have. */
  public static final int CHAIN = 2;

  /** Enough for 400 tokens of any real complaint, and little enough to shrug at a 10 MB one. */
  private static final int DEFAULT_MAX_CHARS = 20_000;

  public AnalysisSpec {
    requireKnown(chain);
    requireRange("maxTokenLength", maxTokenLength, 255);
    requireRange("maxTokens", maxTokens, 100_000);
    requireRange("maxChars", maxChars, 100_000_000);
    stopWords = List.copyOf(stopWords);
    if (stopWords.size() > 10_000) {
      throw new IllegalArgumentException(
          "stopWords must be at most 10000, but are " + stopWords.size());
    }
    index(stopWords); // refuses words that are made to collide, here and not where it is used
  }

  /** The default chain for English: everything on, 400 tokens, {@link EnglishStopWords}. */
  public static AnalysisSpec english() {
    return new AnalysisSpec(
        CHAIN, true, true, true, 40, 400, DEFAULT_MAX_CHARS, EnglishStopWords.WITHOUT_NEGATIONS);
  }

  /** These switches and limits for another version of the chain. */
  public AnalysisSpec withChain(int version) {
    return with(version, maxTokens, maxChars, stopWords);
  }

  /** This chain with another limit of tokens. */
  public AnalysisSpec withMaxTokens(int tokens) {
    return with(chain, tokens, maxChars, stopWords);
  }

  /** This chain with another limit of characters. */
  public AnalysisSpec withMaxChars(int chars) {
    return with(chain, maxTokens, chars, stopWords);
  }

  /** This chain with other stop words. */
  public AnalysisSpec withStopWords(List<String> words) {
    return with(chain, maxTokens, maxChars, words);
  }

  private AnalysisSpec with(int version, int tokens, int chars, List<String> words) {
    return new AnalysisSpec(
        version,
        stripHtml,
        normalizeRedactions,
        normalizeAmounts,
        maxTokenLength,
        tokens,
        chars,
        words);
  }

  /** What finds the stop words, of which some may stand twice. */
  TokenIndex stopWordIndex() {
    return index(stopWords);
  }

  private static TokenIndex index(List<String> words) {
    return TokenIndex.of(List.copyOf(new LinkedHashSet<>(words)));
  }

  private static void requireKnown(int chain) {
    if (chain < 1) {
      throw new IllegalArgumentException(
          "its analysis chain has version " + chain + ", which never was");
    }
    if (chain > CHAIN) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "its analysis chain has version %d, and this Docket knows up to version %d: use a newer"
                  + " Docket",
              chain,
              CHAIN));
    }
  }

  private static void requireRange(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " must be from 1 to " + max + ", but is " + value);
    }
  }
}
