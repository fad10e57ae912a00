/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.docket.error.DocketException;

/** A properties file whose values are asked for by key and type. Not safe for many threads. */
final class PresetFile {

  /** The presets of conf/training, which the build puts beside the classes. */
  static final List<String> NAMES = List.of("default", "seed");

  private static final long MAX_BYTES = 1 << 20;

  private final String source;
  private final SortedMap<String, String> values = new TreeMap<>();
  private final Set<String> used = new HashSet<>();

  /** Values that are in memory already. */
  PresetFile(String source, Map<String, String> values) {
    this.source = source;
    this.values.putAll(values);
  }

  private PresetFile(String source, Reader reader) throws IOException {
    this.source = source;
    Properties properties = new Properties();
    properties.load(reader);
    for (String key : properties.stringPropertyNames()) {
      values.put(key, properties.getProperty(key).strip());
    }
  }

  /** The preset of a name that comes with Docket, or else the file. */
  static PresetFile find(String nameOrPath) {
    if (!NAMES.contains(nameOrPath)) {
      return read(Path.of(nameOrPath));
    }
    String resource = "presets/" + nameOrPath + ".properties";
    try (InputStream in = PresetFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + resource);
      }
      return new PresetFile(
          "preset " + nameOrPath, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }

  static PresetFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "there is no training preset %s; give one of %s, or the path of a properties file",
              file,
              String.join(", ", NAMES)));
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new DocketException(file + " is too large for a training preset");
      }
      try (Reader reader = Files.newBufferedReader(file)) {
        return new PresetFile(file.toString(), reader);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DocketException(file + " is not a properties file: " + e.getMessage(), e);
    }
  }

  /** The name of the preset: that of the file, without folder and ending. */
  String name() {
    String file = source.replaceFirst("^preset ", "").replaceFirst("^.*[/\\\\]", "");
    return file.replaceFirst("\\.properties$", "");
  }

  SortedMap<String, String> values() {
    return values;
  }

  boolean flag(String key) {
    return oneOf(key, List.of("true", "false")).equals("true");
  }

  int integer(String key, int min, int max) {
    return parseInteger(key, text(key), "a whole number from " + min + " to " + max, min, max);
  }

  /** From one to {@code most} integers, with commas between. */
  List<Integer> integers(String key, int most, int min, int max) {
    String allowed = "1 to " + most + " whole numbers from " + min + " to " + max;
    List<Integer> integers =
        Arrays.stream(text(key).split(",", -1))
            .map(item -> parseInteger(key, item.strip(), allowed, min, max))
            .toList();
    if (integers.size() > most) {
      throw error(key, allowed);
    }
    return integers;
  }

  double decimal(String key, double min, double max) {
    String allowed = "a number from " + number(min) + " to " + number(max);
    try {
      double value = Double.parseDouble(text(key));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through: the same message as for a number that is out of range.
    }
    throw error(key, allowed);
  }

  /** As the other one, of a key that may be missing: then it is {@code absent}. */
  double decimal(String key, double min, double max, double absent) {
    used.add(key);
    return values.containsKey(key) ? decimal(key, min, max) : absent;
  }

  /** As the other one, of a key that may be missing: then it is {@code absent}. */
  int integer(String key, int min, int max, int absent) {
    used.add(key);
    return values.containsKey(key) ? integer(key, min, max) : absent;
  }

  <E extends Enum<E>> E constant(String key, Class<E> type) {
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    return type.getEnumConstants()[names.indexOf(oneOf(key, names))];
  }

  /** As the other one, of a key that may be missing: then it is {@code absent}. */
  <E extends Enum<E>> E constant(String key, Class<E> type, E absent) {
    used.add(key);
    return values.containsKey(key) ? constant(key, type) : absent;
  }

  String oneOf(String key, List<String> allowed) {
    String value = text(key).toLowerCase(Locale.ROOT);
    if (!allowed.contains(value)) {
      throw error(key, "one of " + String.join(", ", allowed));
    }
    return value;
  }

  String matching(String key, String pattern, String allowed) {
    String value = text(key);
    if (!value.matches(pattern)) {
      throw error(key, allowed);
    }
    return value;
  }

  /** Refuses keys that nobody asked for: most are misspelt. */
  void requireAllUsed() {
    for (String key : values.keySet()) {
      if (!used.contains(key)) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "%s: there is no key %s; the keys are %s",
                source,
                key,
                String.join(", ", new TreeSet<>(used))));
      }
    }
  }

  DocketException error(String key, String allowed) {
    return new DocketException(
        String.format(
            Locale.ROOT,
            "%s: %s must be %s, but is \"%s\"",
            source,
            key,
            allowed,
            values.get(key)));
  }

  private String text(String key) {
    used.add(key);
    String value = values.get(key);
    if (value == null) {
      throw new DocketException(source + ": the key " + key + " is missing");
    }
    return value;
  }

  private int parseInteger(String key, String text, String allowed, int min, int max) {
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through: the same message as for a number that is out of range.
    }
    throw error(key, allowed);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
