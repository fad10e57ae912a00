/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.docket.error.DocketException;

/**
 * Watches the categories of a corpus: how they are spelled, how often each is there, and what looks
 * as if it were none. For one thread.
 */
final class LabelSpellings {

  /** More are not categories; they are not watched, so that memory has a bound. */
  static final int MOST = 10_000;

  /** A category is shorter. */
  private static final int LONG = 200;

  /** More than so many, of which most have one document, are hardly categories. */
  private static final int MANY = 100;

  private static final int SHOWN = 5;
  private static final int NAME = 60;

  private static final Pattern QUOTED =
      Pattern.compile(
          "(['\"`]).+\\1|[\u2018\u201a].+[\u2018\u2019]|[\u201c\u201e].+[\u201c\u201d]");

  /** As Python, R, spreadsheets and databases write that there is none. */
  private static final Pattern NONE =
      Pattern.compile("(?i)null|\\(null\\)|nan|none|na|n/a|#n/a|<na>|nil|undefined");

  private final boolean merges;

  /** By what spellings have in common: how often each is there, the first met first. */
  private final Map<String, Map<String, Long>> groups = new LinkedHashMap<>();

  /** The same groups by each spelling that is in them. */
  private final Map<String, Map<String, Long>> bySpelling = new HashMap<>();

  private boolean tooMany;
  private long strange;
  private String strangeExample = "";

  LabelSpellings(boolean merges) {
    this.merges = merges;
  }

  /**
   * Counts a document of a category.
   *
   * @param raw the label as it stood
   * @return the category that it is in: another one if spellings are merged
   */
  String count(String category, String raw) {
    if (raw.length() > LONG || raw.strip().lines().count() > 1) {
      strangeExample = strange == 0 ? category : strangeExample;
      strange++;
    }
    Map<String, Long> group = bySpelling.get(category);
    if (group == null) {
      String spelling = LabelText.spelling(category);
      if (bySpelling.size() == MOST) {
        return beyond(category, groups.get(spelling));
      }
      group = groups.computeIfAbsent(spelling, key -> new LinkedHashMap<>());
      bySpelling.put(category, group);
    }
    group.merge(category, 1L, Long::sum);
    return merges ? group.keySet().iterator().next() : category;
  }

  /** What a person should know, a line each. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarkSpellings(remarks);
    if (strange > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d %s longer than a line or than %d characters, %s for one: is --label-column"
                  + " right?",
              strange,
              strange == 1 ? "label is" : "labels are",
              LONG,
              quoted(strangeExample)));
    }
    remarkLooks(remarks);
    remarkCounts(remarks);
    return remarks;
  }

  private String beyond(String category, Map<String, Long> group) {
    tooMany = true;
    if (!merges) {
      return category;
    }
    if (group == null) {
      throw new DocketException(
          "there are more than " + MOST + " different labels: is --label-column right?");
    }
    return group.keySet().iterator().next();
  }

  /** What a file may mean otherwise: quotes that are none of CSV's, and words for no label. */
  private void remarkLooks(List<String> remarks) {
    Map<String, Long> categories = categories();
    categories.keySet().stream()
        .filter(label -> QUOTED.matcher(label).matches())
        .findFirst()
        .ifPresent(
            label ->
                remarks.add(
                    "labels stand in quotes, "
                        + quoted(label)
                        + " for one: only \" are quotes of CSV, others are part of a label"));
    categories.entrySet().stream()
        .filter(category -> NONE.matcher(category.getKey()).matches())
        .forEach(
            category ->
                remarks.add(
                    "the label "
                        + (quoted(category.getKey()) + " (" + category.getValue() + ")")
                        + " is read as a category; a label map leaves it out if it means none"));
  }

  private void remarkSpellings(List<String> remarks) {
    List<Map<String, Long>> several =
        groups.values().stream().filter(group -> group.size() > 1).toList();
    for (Map<String, Long> group : several.subList(0, Math.min(SHOWN, several.size()))) {
      String counts =
          group.entrySet().stream()
              .limit(SHOWN)
              .map(e -> quoted(e.getKey()) + " " + e.getValue())
              .collect(Collectors.joining(", "));
      String more = group.size() > SHOWN ? ", and " + (group.size() - SHOWN) + " more" : "";
      remarks.add(
          merges
              ? "labels that differ only in case or punctuation were merged into the first: "
                  + (counts + more)
              : "labels that differ only in case or punctuation stayed apart: "
                  + (counts + more + " (--merge-labels makes them one)"));
    }
    if (several.size() > SHOWN) {
      remarks.add(
          "so "
              + (merges ? "were" : "did")
              + " the spellings of "
              + (several.size() - SHOWN)
              + " more labels");
    }
  }

  private void remarkCounts(List<String> remarks) {
    Map<String, Long> categories = categories();
    List<String> single =
        categories.entrySet().stream()
            .filter(category -> category.getValue() == 1)
            .map(Map.Entry::getKey)
            .toList();
    if (tooMany) {
      remarks.add("there are more than " + MOST + " different labels: is --label-column right?");
    } else if (categories.size() > MANY && single.size() * 2 > categories.size()) {
      remarks.add(
          "there are "
              + categories.size()
              + " categories, and "
              + single.size()
              + " of them have one document only: is --label-column right?");
    } else if (!single.isEmpty()) {
      String names =
          single.stream()
              .limit(SHOWN)
              .map(LabelSpellings::quoted)
              .collect(Collectors.joining(", "));
      remarks.add(
          (single.size() == 1 ? "1 category has" : single.size() + " categories have")
              + " one document only: "
              + names
              + (single.size() > SHOWN ? ", \u2026" : ""));
    }
  }

  private Map<String, Long> categories() {
    Map<String, Long> categories = new LinkedHashMap<>();
    for (Map<String, Long> group : groups.values()) {
      if (merges) {
        categories.put(
            group.keySet().iterator().next(),
            group.values().stream().mapToLong(Long::longValue).sum());
      } else {
        categories.putAll(group);
      }
    }
    return categories;
  }

  private static String quoted(String label) {
    return '"' + (label.length() <= NAME ? label : label.substring(0, NAME) + "\u2026") + '"';
  }
}
