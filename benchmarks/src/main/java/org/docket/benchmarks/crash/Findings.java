/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks.crash;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with an index.
 *
 * @param documents how many there are
 * @param lost acknowledged documents that are not there
 * @param untagged documents without a category or without a score, acknowledged or not
 * @param different documents whose tag is not that of others with the same text
 */
record Findings(int documents, List<String> lost, List<String> untagged, List<String> different) {

  /**
   * Compares what was acknowledged with what is there.
   *
   * @param acknowledged ids
   * @param index all documents of the index
   */
  static Findings of(Collection<String> acknowledged, List<Tagged> index) {
    Set<String> ids = new HashSet<>();
    Map<String, String> tags = new HashMap<>();
    index.forEach(document -> ids.add(document.id()));
    index.stream().filter(Tagged::isTagged).forEach(d -> tags.putIfAbsent(d.text(), d.tag()));
    return new Findings(
        index.size(),
        acknowledged.stream().filter(id -> !ids.contains(id)).toList(),
        index.stream().filter(d -> !d.isTagged()).map(Tagged::id).toList(),
        index.stream()
            .filter(d -> d.isTagged() && !d.tag().equals(tags.get(d.text())))
            .map(Tagged::id)
            .toList());
  }

  boolean isEmpty() {
    return lost.isEmpty() && untagged.isEmpty() && different.isEmpty();
  }
}
