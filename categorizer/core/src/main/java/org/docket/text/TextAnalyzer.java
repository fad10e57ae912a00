/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.docket.text.clean.PlacedText;
import org.docket.text.plain.PlainWords;

/**
 * Runs the analysis chain that a model's {@link AnalysisSpec} describes. The same code serves
 * training and serving.
 *
 * <p>Plain text, which is nearly all of it, goes through {@link PlainChain}; Lucene, which defines
 * the chain, takes what that does not know.
 *
 * <p>Immutable and safe for use by many threads; each thread reuses its own Lucene token stream.
 */
public final class TextAnalyzer {

  private final AnalysisSpec spec;
  private final ComplaintAnalyzer analyzer;
  private final Optional<PlainChain> plainChain;

  public TextAnalyzer(AnalysisSpec spec) {
    this(spec, Optional.of(new PlainChain(spec)));
  }

  private TextAnalyzer(AnalysisSpec spec, Optional<PlainChain> plainChain) {
    this.spec = Objects.requireNonNull(spec, "spec");
    this.analyzer = new ComplaintAnalyzer(spec);
    this.plainChain = plainChain;
  }

  /**
   * An analyzer that takes all texts through Lucene, plain ones too: the definition of the chain,
   * to compare with.
   */
  public static TextAnalyzer ofLucene(AnalysisSpec spec) {
    return new TextAnalyzer(spec, Optional.empty());
  }

  /** What this analyzer was made of. */
  public AnalysisSpec spec() {
    return spec;
  }

  /** The cleaned tokens of a text. */
  public AnalyzedText analyze(String text) {
    List<String> tokens = new ArrayList<>();
    boolean truncated =
        analyze(text, (buffer, length) -> tokens.add(new String(buffer, 0, length)));
    return new AnalyzedText(tokens, truncated);
  }

  /**
   * Hands the cleaned tokens of a text to a consumer: {@link #analyze(String)} without the Strings.
   *
   * @return whether the text was longer than the limits, so that its end was not read
   */
  public boolean analyze(String text, TokenConsumer consumer) {
    boolean cut = text.length() > spec.maxChars();
    String head = head(text);
    Optional<PlainWords> plain = plain(head);
    boolean full =
        plain.isPresent()
            ? plainChain.orElseThrow().analyze(plain.get(), consumer)
            : analyzeByLucene(head, consumer);
    return full || cut;
  }

  /** Whether a text needs no Lucene, which takes all others. */
  public boolean isPlain(String text) {
    return plain(head(text)).isPresent();
  }

  private Optional<PlainWords> plain(String head) {
    return plainChain.flatMap(chain -> chain.read(head));
  }

  private boolean analyzeByLucene(String head, TokenConsumer consumer) {
    try (TokenStream tokens = analyzer.tokens(head)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      tokens.reset();
      for (int count = 0; tokens.incrementToken(); count++) {
        if (count == spec.maxTokens()) {
          return true;
        }
        consumer.accept(term.buffer(), term.length());
      }
      tokens.end();
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a String cannot fail", e);
    }
  }

  /**
   * The cleaned tokens of a text with their places in it: those of {@link #analyze(String)}, but
   * slower. Of a run of redactions, and of a currency sign before its number, it is the place of
   * one.
   */
  public List<PlacedToken> places(String text) {
    if (spec.chain() == 1) {
      return places(
          analyzer.placedTokensOfChain1(head(text)),
          (token, start, end) -> new PlacedToken(token, start, beforeTags(text, start, end)));
    }
    PlacedText clean = analyzer.place(head(text));
    return places(
        analyzer.tokens(clean),
        (token, start, end) -> new PlacedToken(token, clean.start(start), clean.end(end)));
  }

  /** Makes a place in the text as it was of one in what the tokenizer read. */
  @FunctionalInterface
  private interface Placing {
    PlacedToken place(String token, int start, int end);
  }

  private List<PlacedToken> places(TokenStream stream, Placing placing) {
    List<PlacedToken> places = new ArrayList<>();
    try (TokenStream tokens = stream) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
      tokens.reset();
      while (places.size() < spec.maxTokens() && tokens.incrementToken()) {
        places.add(placing.place(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a String cannot fail", e);
    }
  }

  /** Lucene counts a tag that follows a word at once as the word's. */
  private static int beforeTags(String text, int start, int end) {
    int before = end;
    while (text.charAt(before - 1) == '>' && text.lastIndexOf('<', before - 1) > start) {
      before = text.lastIndexOf('<', before - 1);
    }
    return before;
  }

  /**
   * The part of the text that is read. It never ends with half of a surrogate pair: Lucene's
   * scanners take it for the end of what they have in their buffer, which may be all of the text.
   */
  private String head(String text) {
    int end = Math.min(text.length(), spec.maxChars());
    while (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
