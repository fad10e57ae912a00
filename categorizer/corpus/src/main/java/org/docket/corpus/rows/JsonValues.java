/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of an object as values: texts, numbers, truth values, and lists of these. */
final class JsonValues {

  private JsonValues() {}

  /**
   * All fields that have such a value, in their order; an empty text where there is none.
   *
   * @param nested gets the names of those that are lists of objects or of lists
   */
  static Map<String, Object> of(JsonFields fields, Set<String> nested) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : fields.names()) {
      JsonNode node = fields.get(name);
      if (isNested(node)) {
        nested.add(JsonFields.bare(name));
      } else if (!node.isObject()) {
        values.putIfAbsent(JsonFields.bare(name), value(node));
      }
    }
    return values;
  }

  /** Whether half of a character is in one of them, or in a name. */
  static boolean haveHalf(Map<String, Object> values) {
    return values.entrySet().stream()
        .anyMatch(each -> RowEmitter.hasHalf(each.getKey()) || hasHalf(each.getValue()));
  }

  private static boolean hasHalf(Object value) {
    return value instanceof List<?> list
        ? list.stream().anyMatch(JsonValues::hasHalf)
        : value instanceof String text && RowEmitter.hasHalf(text);
  }

  private static boolean isNested(JsonNode node) {
    if (node.isArray()) {
      for (JsonNode element : node) {
        if (element.isContainerNode()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      List<Object> values = new ArrayList<>();
      for (JsonNode element : node) {
        if (!JsonDocuments.isNone(element)) {
          values.add(value(element));
        }
      }
      return values.isEmpty() ? "" : List.copyOf(values);
    }
    if (JsonDocuments.isNone(node)) {
      return "";
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNumber() ? node.numberValue() : node.asText();
  }
}
