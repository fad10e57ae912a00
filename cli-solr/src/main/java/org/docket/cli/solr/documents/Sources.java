/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.documents;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.solr.common.SolrDocument;

/**
 * The fields whose text is categorized, read as the plugin reads them: in the order of {@code
 * doccat.fl}, and where a pattern stands for several, by name. The plugin's own code is not here:
 * it lives in Solr.
 *
 * @param patterns names, and patterns with a {@code *} at the beginning or the end
 */
public record Sources(List<String> patterns) {

  private static final String ANY = "*";

  /** Copies the list. */
  public Sources {
    patterns = List.copyOf(patterns);
  }

  /** The values of a document's source fields, in order; those without any are absent. */
  public Map<String, Object> of(SolrDocument document) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String field : among(document.getFieldNames())) {
      Object value = document.getFieldValue(field);
      if (value != null) {
        values.put(field, value);
      }
    }
    return values;
  }

  /** A document's whole text: all values, one a line; blank if there are none. */
  public String text(SolrDocument document) {
    return of(document).values().stream()
        .flatMap(
            value -> value instanceof Collection<?> all ? all.stream() : List.of(value).stream())
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  private Set<String> among(Collection<String> fields) {
    Set<String> found = new LinkedHashSet<>();
    for (String pattern : patterns) {
      fields.stream().filter(field -> matches(pattern, field)).sorted().forEach(found::add);
    }
    return found;
  }

  private static boolean matches(String pattern, String field) {
    if (pattern.endsWith(ANY)) {
      return field.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return pattern.startsWith(ANY) ? field.endsWith(pattern.substring(1)) : field.equals(pattern);
  }
}
