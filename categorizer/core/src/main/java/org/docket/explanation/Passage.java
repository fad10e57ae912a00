/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import org.docket.LstmDocumentCategorizer;
import org.docket.TextCategorizer;
import org.docket.text.PlacedToken;

/** As much of a text as a model reads, and its words. */
final class Passage {

  private final String text;
  private final List<PlacedToken> words;
  private final Map<String, List<Integer>> numbers = new HashMap<>();

  private Passage(String text, List<PlacedToken> words) {
    // What a model ignores behind the last word that it reads would move up into the gaps.
    this.text = text.substring(0, words.isEmpty() ? 0 : words.get(words.size() - 1).end());
    this.words = words;
    for (int i = 0; i < words.size(); i++) {
      numbers.computeIfAbsent(words.get(i).token(), token -> new ArrayList<>()).add(i);
    }
  }

  /** With the words as the model sees them, if it tells; else what stands between white space. */
  static Passage of(TextCategorizer categorizer, String text) {
    return categorizer instanceof LstmDocumentCategorizer lstm
        ? new Passage(text, lstm.analyzer().places(text))
        : new Passage(text, whitespaceTokens(text));
  }

  private static List<PlacedToken> whitespaceTokens(String text) {
    List<PlacedToken> tokens = new ArrayList<>();
    for (opennlp.tools.util.Span span : WhitespaceTokenizer.INSTANCE.tokenizePos(text)) {
      String token = text.substring(span.getStart(), span.getEnd());
      tokens.add(new PlacedToken(token, span.getStart(), span.getEnd()));
    }
    return tokens;
  }

  String text() {
    return text;
  }

  Span all() {
    return new Span(0, words.size());
  }

  List<Span> distinctWords() {
    return distinct(all().split(words.size()));
  }

  /** Single words only once: they are left out at all their places. */
  List<Span> distinct(List<Span> spans) {
    Set<String> seen = new HashSet<>();
    return spans.stream()
        .filter(span -> span.words() > 1 || seen.add(words.get(span.from()).token()))
        .toList();
  }

  /** The text without a span of words, or without a word at all its places. */
  String without(Span span) {
    StringBuilder rest = new StringBuilder(text.length());
    int kept = 0;
    for (Span gap : occurrences(span)) {
      rest.append(text, kept, words.get(gap.from()).start()).append(' ');
      kept = gap.to() == words.size() ? text.length() : words.get(gap.to()).start();
    }
    return rest.append(text, kept, text.length()).toString();
  }

  Contribution contribution(Span span, double weight) {
    List<Place> places = occurrences(span).stream().map(this::place).toList();
    Place first = places.get(0);
    return new Contribution(text.substring(first.start(), first.end()), places, weight);
  }

  private List<Span> occurrences(Span span) {
    return span.words() > 1
        ? List.of(span)
        : numbers.get(words.get(span.from()).token()).stream()
            .map(number -> new Span(number, number + 1))
            .toList();
  }

  private Place place(Span span) {
    return new Place(words.get(span.from()).start(), words.get(span.to() - 1).end());
  }
}
