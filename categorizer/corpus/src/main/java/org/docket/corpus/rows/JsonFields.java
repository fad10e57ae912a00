/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields of an object, also those of objects inside of it, whose names then have a dot: {@code
 * _source.product}. Names are compared as those of columns are. Fields deeper inside than people
 * name them have no name: their names would take more memory than the row, by far.
 */
final class JsonFields {

  /** What the Bureau's API, as all of Elasticsearch, puts around a document. */
  private static final String WRAPPER = "_source.";

  private static final int DEEPEST = 8;

  /** A field of the first row, or the first row's of a field. */
  private static final Pattern NUMBERED = Pattern.compile("0\\..+|.+\\.0");

  private final Map<String, JsonNode> exact = new LinkedHashMap<>();
  private final Map<String, String> loose = new LinkedHashMap<>();

  JsonFields(JsonNode object) {
    add("", object, 1);
  }

  /** All names, as they stand. */
  List<String> names() {
    return List.copyOf(exact.keySet());
  }

  /** The field of this name as it stands in the object, or null. */
  String find(String name) {
    return exact.containsKey(name) ? name : loose.get(ColumnNames.loose(name));
  }

  /** Whether there is a field of exactly this name. */
  boolean has(String name) {
    return exact.containsKey(name);
  }

  /** The field of a known name, also in the wrapper, or null. */
  String findKnown(String name) {
    String found = find(name);
    return found != null ? found : find(WRAPPER + name);
  }

  /** A name without the wrapper. */
  static String bare(String name) {
    return name.startsWith(WRAPPER) ? name.substring(WRAPPER.length()) : name;
  }

  /** Whether it is a table in one object, by columns, by rows or split, as pandas writes them. */
  boolean isTable() {
    return exact.keySet().stream().anyMatch(NUMBERED.asMatchPredicate())
        || exact.keySet().containsAll(List.of("columns", "data"));
  }

  JsonNode get(String name) {
    return name == null ? MissingNode.getInstance() : exact.get(name);
  }

  private void add(String prefix, JsonNode object, int depth) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = prefix + field.getKey();
      exact.put(name, field.getValue());
      loose.putIfAbsent(ColumnNames.loose(name), name);
      if (field.getValue().isObject() && depth < DEEPEST) {
        add(name + ".", field.getValue(), depth + 1);
      }
    }
  }
}
