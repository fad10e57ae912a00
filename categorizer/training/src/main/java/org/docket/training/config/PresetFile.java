/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.docket.corpus.source.WrongFile;
import org.docket.error.DocketException;
import org.docket.error.NearestName;

/** A properties file whose values are asked for by key and type. Not safe for many threads. */
final class PresetFile {

  /** The presets of conf/training, which the build puts beside the classes. */
  static final List<String> NAMES = List.of("default", "seed");

  private final String source;
  private final SortedMap<String, String> values = new TreeMap<>();
  private final Set<String> used = new HashSet<>();

  /** Values that are in memory already. */
  PresetFile(String source, Map<String, String> values) {
    this.source = source;
    this.values.putAll(values);
  }

  /** The preset of a name that comes with Docket, or else the file. */
  static PresetFile find(String nameOrPath) {
    if (nameOrPath.isEmpty()) {
      throw new DocketException(
          "the name of the training preset is empty; give one of "
              + String.join(", ", NAMES)
              + ", or the path of a properties file");
    }
    if (!NAMES.contains(nameOrPath)) {
      return read(Path.of(nameOrPath));
    }
    return new PresetFile("preset " + nameOrPath, PresetText.ofDocket(nameOrPath));
  }

  static PresetFile read(Path file) {
    if (!Files.exists(file)) {
      boolean name = file.toString().matches("[\\w-]*");
      throw new DocketException(
          "there is no training preset "
              + (name ? file + NearestName.hint(file.toString(), NAMES) : file)
              + ("; give one of " + String.join(", ", NAMES) + ", or the path of a properties file")
              + (name ? "" : ": " + WrongFile.missing(file)));
    }
    PresetText text = PresetText.of(file);
    PresetFile preset = new PresetFile(file.toString(), text.values());
    preset.requireKnown(new TreeSet<>(PresetText.ofDocket(NAMES.get(0)).keySet()));
    text.requireOnce();
    return preset;
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
      throw error(key, "one of " + String.join(", ", allowed), NearestName.hint(value, allowed));
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

  /**
   * Refuses what is no preset: before a key is missed that is there under another name.
   *
   * @param keys of a preset of Docket; those that nobody needs may be missing there
   */
  private void requireKnown(SortedSet<String> keys) {
    if (values.keySet().stream().noneMatch(keys::contains)) {
      throw new DocketException(
          source + " is no training preset: it has none of its keys, such as " + keys.last());
    }
    for (String key : values.keySet()) {
      if (!keys.contains(key) && !NearestName.all(key, keys).isEmpty() && isMissing(key, keys)) {
        throw unknown(key, keys);
      }
    }
  }

  private boolean isMissing(String key, SortedSet<String> keys) {
    return NearestName.all(key, keys).stream().noneMatch(values::containsKey);
  }

  /** Refuses keys that nobody asked for: most are misspelt. */
  void requireAllUsed() {
    for (String key : values.keySet()) {
      if (!used.contains(key)) {
        throw unknown(key, new TreeSet<>(used));
      }
    }
  }

  private DocketException unknown(String key, Set<String> keys) {
    String nearest = NearestName.hint(key, keys);
    return new DocketException(
        source
            + (": there is no key " + NearestName.shown(key))
            + (nearest.isEmpty()
                ? "; there are " + String.join(", ", beside(key, keys))
                : nearest));
  }

  /** Those of the same group, such as training; all if there is no such group. */
  private static SortedSet<String> beside(String key, Set<String> keys) {
    String group = key.replaceFirst("\\..*", ".");
    SortedSet<String> beside = new TreeSet<>(keys);
    beside.removeIf(other -> !other.startsWith(group));
    return beside.isEmpty() ? new TreeSet<>(keys) : beside;
  }

  DocketException error(String key, String allowed) {
    String value = values.get(key);
    boolean comma = value.matches("-?\\d+,\\d+");
    return error(key, allowed, comma ? " (did you mean " + value.replace(',', '.') + "?)" : "");
  }

  private DocketException error(String key, String allowed, String hint) {
    return new DocketException(
        String.format(
            Locale.ROOT,
            "%s: %s must be %s, but is \"%s\"%s",
            source,
            key,
            allowed,
            NearestName.shown(values.get(key)),
            hint));
  }

  private String text(String key) {
    used.add(key);
    String value = values.get(key);
    if (value == null) {
      String usual = PresetText.ofDocket(NAMES.get(0)).get(key);
      throw new DocketException(
          source
              + (": the key " + key + " is missing")
              + (usual == null
                  ? ""
                  : "; conf/training/default.properties has " + key + " = " + usual));
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
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
