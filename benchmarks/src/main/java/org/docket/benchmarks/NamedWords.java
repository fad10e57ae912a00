/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.Span;
import org.docket.explanation.Contribution;
import org.docket.explanation.Explanation;
import org.docket.explanation.Place;

/**
 * The words of a text in the order in which an explanation names them: those that speak most for
 * the decision first. Words that are named together share their weight, and come in the order of
 * the text.
 *
 * @param words the places of each
 */
record NamedWords(String text, List<List<Place>> words) {

  static NamedWords of(String text, Explanation explanation) {
    List<List<Place>> words = new ArrayList<>();
    explanation.contributions().stream()
        .sorted(Comparator.comparingDouble(part -> -part.weight() / words(text, part).size()))
        .forEach(part -> words.addAll(words(text, part)));
    return new NamedWords(text, words);
  }

  /** The text without the first words. */
  String without(int count) {
    return without(words.subList(0, count));
  }

  /** The text without others, as many as the first words at as many places. */
  String withoutOthers(int count, Random random) {
    long places = words.subList(0, count).stream().mapToInt(List::size).sum();
    List<List<Place>> others = new ArrayList<>(words.subList(count, words.size()));
    List<List<Place>> chosen = new ArrayList<>();
    while (places > 0 && !others.isEmpty()) {
      List<Place> word = others.remove(random.nextInt(others.size()));
      chosen.add(word);
      places -= word.size();
    }
    return without(chosen);
  }

  private String without(List<List<Place>> left) {
    StringBuilder rest = new StringBuilder(text);
    left.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Place::start).reversed())
        .forEach(place -> rest.replace(place.start(), place.end(), " "));
    return rest.toString();
  }

  /** A word at all its places, or each of several words that are named together. */
  private static Collection<List<Place>> words(String text, Contribution part) {
    Map<String, List<Place>> words = new LinkedHashMap<>();
    for (Place place : part.places()) {
      String passage = text.substring(place.start(), place.end());
      for (Span span : WhitespaceTokenizer.INSTANCE.tokenizePos(passage)) {
        String word = span.getCoveredText(passage).toString().toLowerCase(Locale.ROOT);
        words
            .computeIfAbsent(word, first -> new ArrayList<>())
            .add(new Place(place.start() + span.getStart(), place.start() + span.getEnd()));
      }
    }
    return WhitespaceTokenizer.INSTANCE.tokenizePos(part.text()).length == 1
        ? List.of(part.places())
        : words.values();
  }
}
