/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.nio.CharBuffer;
import java.util.Optional;
import org.docket.text.clean.TextCleaner;
import org.docket.text.plain.PlainWords;

/**
 * The chain for plain text, which nearly all English text is once it is clean: the tokens of {@link
 * ComplaintAnalyzer} to the letter, in a fraction of the time. Lucene copies each word from
 * attribute to attribute, and each filter looks at all of its letters again.
 *
 * <p>Immutable and safe for use by many threads.
 */
final class PlainChain {

  /** Of a longer text Lucene's chain cleans no more than it reads. */
  private static final int LONGEST = 1 << 16;

  private static final char FIRST_OF_REDACTIONS = 'x';
  private static final char FIRST_OF_AMOUNTS = AmountFilter.SIGN.charAt(0);
  private static final Token SIGN = Token.of(AmountFilter.SIGN);
  private static final Token REDACTED = Token.of(RedactionFilter.REDACTED);

  /** A token that stands for what was written. */
  private record Token(char[] letters, int hash) {
    static Token of(String token) {
      return new Token(token.toCharArray(), token.hashCode());
    }
  }

  private final AnalysisSpec spec;
  private final TextCleaner cleaner;
  private final TokenIndex stopWords;

  PlainChain(AnalysisSpec spec) {
    this.spec = spec;
    this.cleaner = new TextCleaner(spec.stripHtml(), "");
    this.stopWords = spec.stopWordIndex();
  }

  /** The text made clean, if it is plain then. */
  Optional<CharBuffer> read(String text) {
    if (text.length() > LONGEST || spec.chain() == 1 && mayHaveMarkup(text)) {
      return Optional.empty();
    }
    CharBuffer clean =
        spec.chain() == 1 ? CharBuffer.wrap(text.toCharArray()) : cleaner.cleanButForSigns(text);
    return Optional.of(clean).filter(PlainWords::arePlain);
  }

  private static boolean mayHaveMarkup(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
  }

  /**
   * Hands the tokens of a plain text to a consumer.
   *
   * @return whether there were more than the limit
   */
  boolean analyze(CharBuffer plain, TokenConsumer consumer) {
    String wordForSigns = spec.normalizeAmounts() ? AmountFilter.SIGN : "";
    return !new Run(consumer).takeAll(new PlainWords(plain, wordForSigns));
  }

  /** One text on its way through the filters. Each step says whether there is room for more. */
  private final class Run {

    private final TokenConsumer consumer;
    private int count;
    private boolean insideRedactions;
    private boolean afterSign;

    Run(TokenConsumer consumer) {
      this.consumer = consumer;
    }

    boolean takeAll(PlainWords words) {
      while (words.next()) {
        if (!take(words.buffer(), words.start(), words.length(), words.hash())) {
          return false;
        }
      }
      return !afterSign || put(SIGN);
    }

    /** Nearly all words begin neither a redaction nor an amount: to see that saves a twentieth. */
    private boolean take(char[] buffer, int start, int length, int hash) {
      if (afterSign || buffer[start] == FIRST_OF_REDACTIONS || buffer[start] == FIRST_OF_AMOUNTS) {
        return redact(buffer, start, length, hash);
      }
      insideRedactions = false;
      return put(buffer, start, length, hash);
    }

    /** As {@link RedactionFilter}. */
    private boolean redact(char[] buffer, int start, int length, int hash) {
      boolean redaction =
          spec.normalizeRedactions() && RedactionFilter.isRedaction(buffer, start, length);
      boolean repeated = redaction && insideRedactions;
      insideRedactions = redaction;
      if (repeated) {
        return true;
      }
      return redaction
          ? normalize(REDACTED.letters(), 0, REDACTED.letters().length, REDACTED.hash())
          : normalize(buffer, start, length, hash);
    }

    /** As {@link AmountFilter}. */
    private boolean normalize(char[] buffer, int start, int length, int hash) {
      if (afterSign) {
        afterSign = false;
        int digits = AmountFilter.integerDigits(buffer, start, start + length);
        if (digits > 0) {
          return put(Token.of(AmountFilter.amount(digits)));
        }
        if (!put(SIGN)) {
          return false;
        }
      }
      if (!spec.normalizeAmounts() || !AmountFilter.startsWithSign(buffer, start, length)) {
        return put(buffer, start, length, hash);
      }
      int number = start + AmountFilter.SIGN.length();
      afterSign = number == start + length;
      if (afterSign) {
        return true;
      }
      int digits = AmountFilter.integerDigits(buffer, number, start + length);
      return digits > 0
          ? put(Token.of(AmountFilter.amount(digits)))
          : put(buffer, start, length, hash);
    }

    private boolean put(Token token) {
      return put(token.letters(), 0, token.letters().length, token.hash());
    }

    private boolean put(char[] buffer, int start, int length, int hash) {
      if (length > spec.maxTokenLength()
          || stopWords.find(buffer, start, length, hash) != TokenIndex.NONE) {
        return true;
      }
      if (count == spec.maxTokens()) {
        return false;
      }
      consumer.accept(buffer, start, length, hash);
      count++;
      return true;
    }
  }
}
