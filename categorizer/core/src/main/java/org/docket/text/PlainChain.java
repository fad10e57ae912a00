/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
  private record Token(byte[] buffer, int length, long key) {
    static Token of(String token) {
      byte[] letters = token.getBytes(StandardCharsets.US_ASCII);
      byte[] buffer = Arrays.copyOf(letters, letters.length + PlainWords.PADDING);
      return new Token(buffer, letters.length, TokenIndex.key(buffer, 0, letters.length));
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

  /** The words of the text made clean, if it is plain then. */
  Optional<PlainWords> read(String text) {
    if (text.length() > LONGEST || spec.chain() == 1 && mayHaveMarkup(text)) {
      return Optional.empty();
    }
    CharBuffer clean =
        spec.chain() == 1 ? CharBuffer.wrap(text.toCharArray()) : cleaner.cleanButForSigns(text);
    return PlainWords.of(clean, spec.normalizeAmounts() ? AmountFilter.SIGN : "");
  }

  private static boolean mayHaveMarkup(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
  }

  /**
   * Hands the tokens of a plain text to a consumer.
   *
   * @return whether there were more than the limit
   */
  boolean analyze(PlainWords words, TokenConsumer consumer) {
    return !new Run(consumer).takeAll(words);
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
        if (!take(words.buffer(), words.start(), words.length())) {
          return false;
        }
      }
      return !afterSign || put(SIGN);
    }

    /** Nearly all words begin neither a redaction nor an amount: to see that saves a twentieth. */
    private boolean take(byte[] buffer, int start, int length) {
      if (afterSign || buffer[start] == FIRST_OF_REDACTIONS || buffer[start] == FIRST_OF_AMOUNTS) {
        return redact(buffer, start, length);
      }
      insideRedactions = false;
      return put(buffer, start, length);
    }

    /** As {@link RedactionFilter}. */
    private boolean redact(byte[] buffer, int start, int length) {
      boolean redaction =
          spec.normalizeRedactions() && RedactionFilter.isRedaction(buffer, start, length);
      boolean repeated = redaction && insideRedactions;
      insideRedactions = redaction;
      if (repeated) {
        return true;
      }
      return redaction
          ? normalize(REDACTED.buffer(), 0, REDACTED.length())
          : normalize(buffer, start, length);
    }

    /** As {@link AmountFilter}. */
    private boolean normalize(byte[] buffer, int start, int length) {
      if (!afterSign && buffer[start] != FIRST_OF_AMOUNTS) {
        return put(buffer, start, length);
      }
      char[] word = new String(buffer, start, length, StandardCharsets.US_ASCII).toCharArray();
      if (afterSign) {
        afterSign = false;
        int digits = AmountFilter.integerDigits(word, 0, length);
        if (digits > 0) {
          return put(Token.of(AmountFilter.amount(digits)));
        }
        if (!put(SIGN)) {
          return false;
        }
      }
      if (!spec.normalizeAmounts() || !AmountFilter.startsWithSign(word, 0, length)) {
        return put(buffer, start, length);
      }
      afterSign = length == AmountFilter.SIGN.length();
      if (afterSign) {
        return true;
      }
      int digits = AmountFilter.integerDigits(word, AmountFilter.SIGN.length(), length);
      return digits > 0 ? put(Token.of(AmountFilter.amount(digits))) : put(buffer, start, length);
    }

    private boolean put(Token token) {
      return put(token.buffer(), 0, token.length(), token.key());
    }

    private boolean put(byte[] buffer, int start, int length) {
      return put(buffer, start, length, TokenIndex.key(buffer, start, length));
    }

    private boolean put(byte[] buffer, int start, int length, long key) {
      if (length > spec.maxTokenLength()
          || stopWords.find(buffer, start, length, key) != TokenIndex.NONE) {
        return true;
      }
      if (count == spec.maxTokens()) {
        return false;
      }
      consumer.accept(buffer, start, length, key);
      count++;
      return true;
    }
  }
}
