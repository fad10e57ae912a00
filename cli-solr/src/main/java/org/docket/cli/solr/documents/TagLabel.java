/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.documents;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What people see of a tag.
 *
 * @param category none where there is none
 * @param reason why the model gave none; beside a category this is then the fallback
 */
public record TagLabel(Optional<String> category, Optional<String> reason)
    implements Comparable<TagLabel> {

  /** In words. */
  public String text() {
    return category.orElse("no tag") + reason.map(why -> " (" + why + ")").orElse("");
  }

  /** For scripts: null for what is not there. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("category", category.orElse(null));
    json.put("reason", reason.orElse(null));
    return json;
  }

  /** By category, those without one last. */
  @Override
  public int compareTo(TagLabel other) {
    return Comparator.comparing((TagLabel label) -> label.category.isEmpty())
        .thenComparing(label -> label.category.orElse(""))
        .thenComparing(label -> label.reason.orElse(""))
        .compare(this, other);
  }
}
