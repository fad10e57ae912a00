/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Turns amounts of money into tokens of their magnitude: {@code {$1,200.00}} becomes {@code
 * amount4}, for its four digits before the decimal point. What an amount is about is rarely in its
 * digits and often in its size: a fee, a balance, a mortgage.
 *
 * <p>The chain has turned currency signs into the word {@value #SIGN}. It may stand glued to the
 * number or, where another tokenizer has been at the text, before it.
 */
final class AmountFilter extends TokenFilter {

  /** What a currency sign has become. */
  static final String SIGN = "usd";

  /** More digits say no more: ten million and a hundred million are both huge. */
  private static final List<String> AMOUNTS =
      List.of(
          "amount1", "amount2", "amount3", "amount4", "amount5", "amount6", "amount7", "amount8");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private State pending;

  AmountFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (pending != null) {
      restoreState(pending);
      pending = null;
    } else if (!input.incrementToken()) {
      return false;
    }
    if (startsWithSign(term.buffer(), 0, term.length())) {
      normalize();
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending = null;
  }

  private void normalize() throws IOException {
    if (term.length() > SIGN.length()) {
      replaceNumber(SIGN.length());
      return;
    }
    State sign = captureState();
    if (!input.incrementToken()) {
      restoreState(sign);
    } else if (!replaceNumber(0)) {
      pending = captureState();
      restoreState(sign);
    }
  }

  /** Replaces the term by its magnitude if all from {@code start} is a number. */
  private boolean replaceNumber(int start) {
    int digits = integerDigits(term.buffer(), start, term.length());
    if (digits > 0) {
      term.setEmpty().append(amount(digits));
    }
    return digits > 0;
  }

  /** The token for an amount of so many digits before the decimal point, at least one. */
  static String amount(int digits) {
    return AMOUNTS.get(Math.min(digits, AMOUNTS.size()) - 1);
  }

  /** How many digits stand before the decimal point; 0 if this is no number. */
  static int integerDigits(char[] buffer, int start, int end) {
    int digits = 0;
    boolean decimals = false;
    for (int i = start; i < end; i++) {
      char c = buffer[i];
      if (c == '.') {
        decimals = true;
      } else if (c >= '0' && c <= '9') {
        digits += decimals ? 0 : 1;
      } else if (c != ',') {
        return 0;
      }
    }
    return digits;
  }

  static boolean startsWithSign(char[] buffer, int start, int length) {
    if (length < SIGN.length()) {
      return false;
    }
    for (int i = 0; i < SIGN.length(); i++) {
      if (buffer[start + i] != SIGN.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
