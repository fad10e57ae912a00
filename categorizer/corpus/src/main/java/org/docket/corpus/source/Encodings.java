/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.docket.error.DocketException;
import org.docket.error.NearestName;

/** Encodings by the names that people give them. */
public final class Encodings {

  /** What Java does not know by these names. */
  private static final Map<String, String> NICKNAMES =
      Map.ofEntries(
          Map.entry("ansi", "windows-1252"),
          Map.entry("windows", "windows-1252"),
          Map.entry("western", "windows-1252"),
          Map.entry("excel", "windows-1252"),
          Map.entry("win1252", "windows-1252"),
          Map.entry("mac", "x-MacRoman"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("utf8sig", "UTF-8"),
          Map.entry("utf8bom", "UTF-8"),
          Map.entry("unicode", "UTF-16"),
          Map.entry("oem", "IBM850"),
          Map.entry("dos", "IBM850"),
          Map.entry("sjis", "Shift_JIS"));

  private static final List<String> USUAL =
      List.of("UTF-8", "windows-1252", "ISO-8859-1", "UTF-16");

  private Encodings() {}

  /**
   * The encoding of a name such as "cp1252", "latin1", "mac", "utf8" or "ansi"; case, hyphens and
   * underscores do not matter.
   *
   * @throws DocketException if there is none, or it is not read; the message names the nearest ones
   */
  public static Charset parse(String name) {
    String plain = plain(name);
    if (plain.startsWith("utf32")) {
      throw new DocketException(Signatures.UTF_32.message("a text"));
    }
    String nickname = NICKNAMES.get(plain);
    if (nickname != null && Charset.isSupported(nickname)) {
      return Charset.forName(nickname);
    }
    Map<String, Charset> known = known();
    Charset charset = known.get(plain);
    if (charset == null) {
      throw new DocketException(
          "there is no encoding \""
              + Names.clean(name)
              + "\"; nearest: "
              + String.join(", ", nearest(plain, known)));
    }
    return charset;
  }

  private static Set<String> nearest(String plain, Map<String, Charset> known) {
    Set<String> nearest = new LinkedHashSet<>();
    NearestName.all(plain, known.keySet()).forEach(name -> nearest.add(known.get(name).name()));
    nearest.addAll(USUAL);
    return nearest;
  }

  private static Map<String, Charset> known() {
    Map<String, Charset> known = new TreeMap<>();
    List<Charset> all = new ArrayList<>(Charset.availableCharsets().values());
    for (Charset charset : all) {
      charset.aliases().forEach(alias -> known.putIfAbsent(plain(alias), charset));
    }
    // A name of its own goes before another one's alias.
    all.forEach(charset -> known.put(plain(charset.name()), charset));
    known.put("utf8", StandardCharsets.UTF_8);
    return known;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
