/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.docket.error.DocketException;

/**
 * The fields whose text is categorized: names, and patterns with a {@code *} at their beginning or
 * end, as Solr's dynamic fields have it.
 *
 * @param patterns names and patterns, in the order in which the texts are joined; at least one
 */
public record SourceFields(List<String> patterns) {

  private static final String ANY = "*";

  /** Checks that there is one, that each is a name or a pattern, and that none stands twice. */
  public SourceFields {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new DocketException(
          DoccatParams.FL
              + " is missing; it names the fields whose text is categorized, separated by commas");
    }
    Set<String> seen = new HashSet<>();
    for (String pattern : patterns) {
      if (!seen.add(pattern)) {
        throw new DocketException(DoccatParams.FL + " names the field '" + pattern + "' twice");
      }
      int star = pattern.indexOf(ANY);
      if (star != pattern.lastIndexOf(ANY) || star > 0 && star < pattern.length() - 1) {
        throw new DocketException(
            DoccatParams.FL
                + " names '"
                + pattern
                + "'; a pattern has one * at its beginning or at its end, such as *_txt");
      }
    }
  }

  /** Fields by name alone. */
  public static SourceFields of(String... names) {
    return new SourceFields(List.of(names));
  }

  /** Whether the name is a pattern. */
  public static boolean isPattern(String name) {
    return name.contains(ANY);
  }

  /** Whether there is any pattern: then a document's other fields may be sources too. */
  public boolean hasPatterns() {
    return patterns.stream().anyMatch(SourceFields::isPattern);
  }

  /** Whether the field is a source. */
  public boolean matches(String field) {
    for (String pattern : patterns) {
      if (matches(pattern, field)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name or pattern stands for the field. */
  public static boolean matches(String pattern, String field) {
    if (pattern.endsWith(ANY)) {
      return field.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return pattern.startsWith(ANY) ? field.endsWith(pattern.substring(1)) : field.equals(pattern);
  }

  /**
   * The sources among a document's fields: in the order of the patterns, and where one stands for
   * several, by name, so that the order in which a client writes its fields does not matter.
   */
  public List<String> among(Collection<String> fields) {
    if (!hasPatterns()) {
      return patterns;
    }
    Set<String> found = new LinkedHashSet<>();
    for (String pattern : patterns) {
      fields.stream().filter(field -> matches(pattern, field)).sorted().forEach(found::add);
    }
    return List.copyOf(found);
  }

  @Override
  public String toString() {
    return String.join(", ", patterns);
  }
}
