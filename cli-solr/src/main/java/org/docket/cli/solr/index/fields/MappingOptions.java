/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person says of columns.
 *
 * @param fields by their columns
 * @param ignored columns that are left out
 * @param id the column of the ids
 * @param text the column of the text
 */
public record MappingOptions(
    Map<String, String> fields, Set<String> ignored, Optional<String> id, Optional<String> text) {

  public MappingOptions {
    fields = Map.copyOf(fields);
    ignored = Set.copyOf(ignored);
  }

  /** Says the same for the same options, in any order. */
  public String words() {
    return new TreeMap<>(fields) + " " + new TreeSet<>(ignored) + " " + id + " " + text;
  }
}
