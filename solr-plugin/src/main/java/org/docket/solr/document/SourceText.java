/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.util.Collection;
import org.apache.solr.common.SolrInputDocument;
import org.docket.solr.config.SourceFields;

/**
 * The text of a document: that of its source fields, joined.
 *
 * @param text all values of the fields, in order, one a line; blank if there are none
 * @param cut whether there was more than may be read
 */
public record SourceText(String text, boolean cut) {

  /**
   * Reads a document.
   *
   * @param maxChars where the text is cut; a surrogate pair is not cut in two
   */
  public static SourceText of(SolrInputDocument document, SourceFields sources, int maxChars) {
    StringBuilder text = new StringBuilder();
    boolean cut = false;
    for (String field : sources.among(document.getFieldNames())) {
      Collection<Object> values = document.getFieldValues(field);
      if (values != null) {
        for (Object value : values) {
          cut |= append(text, value, maxChars);
        }
      }
    }
    return new SourceText(text.toString(), cut);
  }

  /** Whether there is nothing to categorize. */
  public boolean isBlank() {
    return text.isBlank();
  }

  /** Whether it did not fit. */
  private static boolean append(StringBuilder text, Object value, int maxChars) {
    if (value == null || value instanceof SolrInputDocument) {
      return false;
    }
    if (text.length() > 0 && text.length() < maxChars) {
      text.append('\n');
    }
    String addition = value.toString();
    int fitting = fitting(addition, maxChars - text.length());
    text.append(addition, 0, fitting);
    return fitting < addition.length();
  }

  private static int fitting(String addition, int room) {
    if (addition.length() <= room) {
      return addition.length();
    }
    boolean cutsPair =
        room > 0
            && Character.isHighSurrogate(addition.charAt(room - 1))
            && Character.isLowSurrogate(addition.charAt(room));
    return cutsPair ? room - 1 : room;
  }
}
