/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.solr.common.util.NamedList;

/** Reads nested answers, whose objects are maps in one version of Solr and lists in another. */
final class Tree {

  private Tree() {}

  /** What stands at a path of keys; null if nothing does. */
  static Object at(Object tree, String... path) {
    Object found = tree;
    for (String key : path) {
      found = found == null ? null : map(found).get(key);
    }
    return found;
  }

  /** The text at a path; empty if there is none. */
  static String text(Object tree, String... path) {
    return Objects.toString(at(tree, path), "");
  }

  /** An object by its keys, in order; empty if it is none. */
  static Map<String, Object> map(Object object) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (object instanceof NamedList<?> list) {
      list.forEach((key, value) -> map.put(key, value));
    } else if (object instanceof Map<?, ?> other) {
      other.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }

  /** A list of texts; empty if it is none. */
  static List<String> texts(Object list) {
    return list instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }
}
