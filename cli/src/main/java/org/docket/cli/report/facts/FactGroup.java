/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Facts of one kind.
 *
 * @param name of the kind
 * @param entries each a name and a value
 */
public record FactGroup(String name, List<List<String>> entries) {

  public FactGroup {
    entries = List.copyOf(entries);
  }

  /** Facts in the order of a map. */
  public static FactGroup of(String name, Map<String, ?> facts) {
    List<List<String>> entries = new ArrayList<>();
    facts.forEach((key, value) -> entries.add(List.of(key, String.valueOf(value))));
    return new FactGroup(name, entries);
  }
}
