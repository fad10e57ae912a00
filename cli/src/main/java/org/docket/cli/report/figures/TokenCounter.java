/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.OptionalInt;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import org.docket.Categorization;
import org.docket.LstmDocumentCategorizer;
import org.docket.TextCategorizer;
import org.docket.text.AnalysisSpec;
import org.docket.text.TextAnalyzer;

/**
 * Counts the tokens of whole texts, also of those of which a model reads a part only. The work is
 * bounded: of a text of more than {@value #MOST_CHARS} characters that many are counted, and the
 * rest by their rate. Safe for use by many threads.
 */
public final class TokenCounter {

  private static final int MOST_CHARS = 200_000;
  private static final int MOST_TOKENS = 100_000;

  private final Tokens tokens;
  private final OptionalInt limit;
  private final int chars;

  private TokenCounter(Tokens tokens, OptionalInt limit, int chars) {
    this.tokens = tokens;
    this.limit = limit;
    this.chars = chars;
  }

  /** How many tokens a text has. */
  @FunctionalInterface
  private interface Tokens {
    int of(String text);
  }

  /**
   * The tokens as a model sees them, if it tells; else what stands between white space.
   *
   * @param categorizer the model
   */
  public static TokenCounter of(TextCategorizer categorizer) {
    if (!(categorizer instanceof LstmDocumentCategorizer lstm)) {
      return new TokenCounter(
          text -> WhitespaceTokenizer.INSTANCE.tokenizePos(text).length,
          OptionalInt.empty(),
          MOST_CHARS);
    }
    AnalysisSpec spec = lstm.analyzer().spec();
    int chars = Math.max(spec.maxChars(), MOST_CHARS);
    TextAnalyzer whole = new TextAnalyzer(spec.withMaxTokens(MOST_TOKENS).withMaxChars(chars));
    return new TokenCounter(text -> count(whole, text), OptionalInt.of(spec.maxTokens()), chars);
  }

  private static int count(TextAnalyzer analyzer, String text) {
    int[] count = {0};
    analyzer.analyze(text, (buffer, length) -> count[0]++);
    return count[0];
  }

  /** How many tokens the model reads at most; empty if there is no such limit. */
  public OptionalInt limit() {
    return limit;
  }

  /** The tokens of a text that the model has answered: mostly it has counted them. */
  public int whole(String text, Categorization answer) {
    return answer.truncated() ? Math.max(answer.tokens(), whole(text)) : answer.tokens();
  }

  /** The tokens of a text. */
  public int whole(String text) {
    if (text.length() <= chars) {
      return tokens.of(text);
    }
    double counted = tokens.of(text.substring(0, chars));
    return (int) Math.min(Integer.MAX_VALUE, counted * text.length() / chars);
  }
}
