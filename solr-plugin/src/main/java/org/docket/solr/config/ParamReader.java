/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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

  double probability(String name, double otherwise) {
    return optional(name).map(value -> parseProbability(name, value)).orElse(otherwise);
  }

  /** One of the constants, by its name in lower case. */
  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    return optional(name).map(value -> parseChoice(name, type, value)).orElse(otherwise);
  }

  /** All values, each of them split at commas and blanks; empty items are left out. */
  List<String> list(String name) {
    return split(name, value -> Arrays.asList(value.split("[,\\s]+")));
  }

  /**
   * All values, each of them split at commas, for labels may hold blanks. A comma within a label
   * has a backslash before it, which stays: see {@link #unescape}.
   */
  List<String> labels(String name) {
    return split(name, value -> splitUnescaped(value, ','));
  }

  private List<String> split(String name, Function<String, List<String>> splitter) {
    String[] values = params.getParams(name);
    if (values == null) {
      return List.of();
    }
    return Arrays.stream(values)
        .flatMap(value -> splitter.apply(value).stream())
        .map(String::trim)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** The trimmed parts between separators that have no backslash before them. */
  static List<String> splitUnescaped(String value, char separator) {
    return Arrays.stream(value.split("(?<!\\\\)" + separator, -1)).map(String::trim).toList();
  }

  /** Without the backslashes before commas and colons. */
  static String unescape(String label) {
    return label.replaceAll("\\\\([,:])", "$1");
  }

  /** The words that Solr takes for true and false elsewhere. */
  private static boolean parseFlag(String name, String value) {
    return switch (value) {
      case "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> throw new DocketException(name + " is '" + value + "'; it must be true or false");
    };
  }

  private static double parseProbability(String name, String value) {
    double parsed;
    try {
      parsed = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new DocketException(name + " is '" + value + "'; it must be a number from 0 to 1", e);
    }
    if (!(parsed >= 0 && parsed <= 1)) {
      throw new DocketException(name + " is " + value + "; it must be from 0 to 1");
    }
    return parsed;
  }

  private static <E extends Enum<E>> E parseChoice(String name, Class<E> type, String value) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String known = constant.name().toLowerCase(Locale.ROOT);
      if (known.equals(value)) {
        return constant;
      }
      names.add(known);
    }
    throw new DocketException(
        name + " is '" + value + "'; it must be one of " + String.join(", ", names));
  }

  private static int parseInteger(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new DocketException(name + " is '" + value + "'; it must be a whole number", e);
    }
  }
}
