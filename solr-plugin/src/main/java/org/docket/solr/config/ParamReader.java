/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.solr.common.params.SolrParams;
import org.docket.error.DocketException;

/** Reads typed values; its errors name the parameter and the value. */
final class ParamReader {

  private final SolrParams params;

  ParamReader(SolrParams params) {
    this.params = params;
  }

  /** The trimmed value; a blank one counts as not set. */
  Optional<String> optional(String name) {
    String[] values = params.getParams(name);
    if (values == null) {
      return Optional.empty();
    }
    if (values.length > 1) {
      throw new DocketException(
          name + " is set " + values.length + " times: " + String.join(", ", values));
    }
    return Optional.of(values[0].trim()).filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return optional(name).orElseThrow(() -> new DocketException(name + " is missing"));
  }

  boolean flag(String name, boolean otherwise) {
    return optional(name).map(value -> parseFlag(name, value)).orElse(otherwise);
  }

  int integer(String name, int otherwise) {
    return optional(name).map(value -> parseInteger(name, value)).orElse(otherwise);
  }

  /** All values, each of them split at commas; blank items are left out. */
  List<String> list(String name) {
    String[] values = params.getParams(name);
    if (values == null) {
      return List.of();
    }
    return Arrays.stream(values)
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::trim)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** The words that Solr takes for true and false elsewhere. */
  private static boolean parseFlag(String name, String value) {
    return switch (value) {
      case "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> throw new DocketException(name + " is '" + value + "'; it must be true or false");
    };
  }

  private static int parseInteger(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new DocketException(name + " is '" + value + "'; it must be a whole number", e);
    }
  }
}
