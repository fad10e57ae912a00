/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import org.apache.solr.common.params.SolrParams;
import org.docket.error.DocketException;

/**
 * Asks what the model says to a text.
 *
 * @param text not blank, at most {@value #MAX_CHARS} characters
 * @param explain whether to tell which words moved the answer
 * @param maxCount how many categories to tell, at least 1
 */
public record TextQuery(String text, boolean explain, int maxCount, TaggerQuery tagger)
    implements Question {

  /** What a text, or a body with one, may have at most. */
  static final int MAX_CHARS = 1_000_000;

  static final String TEXT = "text";
  static final String EXPLAIN = "explain";
  static final String MAX_COUNT = "maxCount";

  /** Checks what is asked. */
  public TextQuery {
    if (text.isBlank()) {
      throw new DocketException("the text is blank; a document without text gets no tag");
    }
    requireShort(text.length());
    if (maxCount < 1) {
      throw new DocketException(MAX_COUNT + " is " + maxCount + "; it must be at least 1");
    }
  }

  /**
   * Reads the parameters.
   *
   * @throws DocketException if there is no text, or a parameter is wrong
   */
  static TextQuery of(SolrParams params) {
    String text = params.get(TEXT);
    if (text == null) {
      throw new DocketException(
          "there is no text; send it as the parameter 'text', as the body {\"text\": …} with"
              + " Content-Type: application/json, or as a body with Content-Type: text/plain");
    }
    return new TextQuery(
        text,
        flag(EXPLAIN, params.get(EXPLAIN, "false")),
        count(params.get(MAX_COUNT, String.valueOf(Integer.MAX_VALUE))),
        TaggerQuery.of(params));
  }

  static boolean flag(String name, String value) {
    return switch (value) {
      case "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> throw new DocketException(name + " is '" + value + "'; it must be true or false");
    };
  }

  private static int count(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new DocketException(MAX_COUNT + " is '" + value + "'; it must be a whole number", e);
    }
  }

  static void requireShort(long chars) {
    if (chars > MAX_CHARS) {
      throw new DocketException(
          "the text is too long; it may have " + MAX_CHARS + " characters at most");
    }
  }
}
