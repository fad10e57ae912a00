/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.docket.ScoredCategory;
import org.docket.error.DocketException;
import org.docket.error.NearestName;

/**
 * How the model's categories are called in the index, and which of them may be used there.
 *
 * @param names {@code doccat.labelMap}: from the model's category to its name in the index; what is
 *     not there keeps its name
 * @param allowed {@code doccat.allowlist}: the names that may be used; empty for all
 */
public record Labels(Map<String, String> names, Set<String> allowed) {

  /** As the model calls them, all of them. */
  public static final Labels UNCHANGED = new Labels(Map.of(), Set.of());

  /** Copies both. */
  public Labels {
    names = Map.copyOf(names);
    allowed = Set.copyOf(allowed);
  }

  static Labels of(ParamReader reader) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String item : reader.labels(DoccatParams.LABEL_MAP)) {
      List<String> pair = ParamReader.splitUnescaped(item, ':');
      if (pair.size() != 2 || pair.get(0).isEmpty() || pair.get(1).isEmpty()) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "%s holds '%s'; an item is the model's category, a colon, and the name to use, and a"
                    + " comma or colon within a name is written \\, or \\:",
                DoccatParams.LABEL_MAP,
                item));
      }
      String from = ParamReader.unescape(pair.get(0));
      if (names.put(from, ParamReader.unescape(pair.get(1))) != null) {
        throw new DocketException(DoccatParams.LABEL_MAP + " names '" + from + "' twice");
      }
    }
    List<String> allowed =
        reader.labels(DoccatParams.ALLOWLIST).stream().map(ParamReader::unescape).toList();
    return new Labels(names, Set.copyOf(new TreeSet<>(allowed)));
  }

  /**
   * Checks that each category that is named is one of the model's.
   *
   * @param categories the model's
   * @throws DocketException naming the one that is not
   */
  public void check(List<String> categories) {
    for (String name : new TreeSet<>(names.keySet())) {
      requireKnown(DoccatParams.LABEL_MAP, name, categories);
    }
    Collection<String> mapped = categories.stream().map(this::name).distinct().toList();
    for (String name : new TreeSet<>(allowed)) {
      requireKnown(DoccatParams.ALLOWLIST, name, mapped);
    }
  }

  /** What a category of the model is called. */
  public String name(String category) {
    return names.getOrDefault(category, category);
  }

  /** Whether the name may be used. */
  public boolean allows(String name) {
    return allowed.isEmpty() || allowed.contains(name);
  }

  /**
   * The categories by their names, the most probable first. Where several have the same name, their
   * probabilities are added.
   */
  public List<ScoredCategory> rename(List<ScoredCategory> ranked) {
    if (names.isEmpty()) {
      return ranked;
    }
    Map<String, Double> sums = new LinkedHashMap<>();
    ranked.forEach(one -> sums.merge(name(one.category()), one.probability(), Double::sum));
    List<ScoredCategory> renamed = new ArrayList<>(sums.size());
    sums.forEach((name, sum) -> renamed.add(new ScoredCategory(name, Math.min(1, sum))));
    renamed.sort((a, b) -> Double.compare(b.probability(), a.probability()));
    return renamed;
  }

  private static void requireKnown(String parameter, String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s names '%s', which is no category here%s; there are: %s",
              parameter,
              name,
              NearestName.hint(name, known),
              String.join(", ", known)));
    }
  }
}
