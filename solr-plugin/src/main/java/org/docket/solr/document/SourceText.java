/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.util.Collection;
import java.util.List;
import org.apache.solr.common.SolrInputDocument;

/** Joins the source fields of a document. */
public final class SourceText {

  private SourceText() {}

  /**
   * All values of the fields, in order, one a line.
   *
   * @param maxChars where the text is cut; a surrogate pair is not cut in two
   * @return the text; empty if the document has none of the fields
   */
  public static String of(SolrInputDocument document, List<String> fields, int maxChars) {
    StringBuilder text = new StringBuilder();
    for (String field : fields) {
      Collection<Object> values = document.getFieldValues(field);
      if (values != null) {
        values.forEach(value -> append(text, value, maxChars));
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Object value, int maxChars) {
    if (value == null || value instanceof SolrInputDocument) {
      return;
    }
    if (text.length() > 0 && text.length() < maxChars) {
      text.append('\n');
    }
    String addition = value.toString();
    text.append(addition, 0, fitting(addition, maxChars - text.length()));
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
