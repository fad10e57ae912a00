/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Turns a run of redactions ({@code XXXX XXXX XX/XX/XXXX}) into one token {@value #REDACTED}.
 * Expects lower case.
 */
final class RedactionFilter extends TokenFilter {

  static final String REDACTED = "redacted";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private boolean insideRun;

  RedactionFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      boolean redaction = isRedaction(term.buffer(), 0, term.length());
      boolean repeated = redaction && insideRun;
      insideRun = redaction;
      if (!repeated) {
        if (redaction) {
          term.setEmpty().append(REDACTED);
        }
        return true;
      }
    }
    return false;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    insideRun = false;
  }

  static boolean isRedaction(char[] buffer, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (buffer[i] != 'x') {
        return false;
      }
    }
    return length >= 2;
  }

  static boolean isRedaction(byte[] buffer, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (buffer[i] != 'x') {
        return false;
      }
    }
    return length >= 2;
  }
}
