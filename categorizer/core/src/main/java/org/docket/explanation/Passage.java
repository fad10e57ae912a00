/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import org.docket.LstmDocumentCategorizer;
import org.docket.TextCategorizer;
import org.docket.text.PlacedToken;

/** As much of a text as a model reads, and its words. */
final class Passage {

  private final String text;
  private final List<PlacedToken> tokens;

  /** For each different word the numbers of its tokens, in the order in which words appear. */
  private final List<List<Integer>> words;

  private Passage(String text, List<PlacedToken> tokens) {
    // What a model ignores behind the last word that it reads would move up into the gaps.
    this.text = text.substring(0, tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end());
    this.tokens = tokens;
    Map<String, List<Integer>> numbers = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      numbers.computeIfAbsent(tokens.get(i).token(), token -> new ArrayList<>()).add(i);
    }
    this.words = List.copyOf(numbers.values());
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

  /** All different words. */
  Span words() {
    return new Span(0, words.size());
  }

  /** The text without some words. */
  String without(Span span) {
    StringBuilder rest = new StringBuilder(text.length());
    int kept = 0;
    for (Run gap : runs(tokensOf(span))) {
      rest.append(text, kept, tokens.get(gap.from()).start()).append(' ');
      kept = gap.to() == tokens.size() ? text.length() : tokens.get(gap.to()).start();
    }
    return rest.append(text, kept, text.length()).toString();
  }

  Contribution contribution(Span span, double weight) {
    List<Run> runs = span.size() == 1 ? occurrences(span.from()) : runs(tokensOf(span));
    return new Contribution(shown(span), runs.stream().map(this::place).toList(), weight);
  }

  private String shown(Span span) {
    BitSet first = new BitSet();
    words.subList(span.from(), span.to()).forEach(word -> first.set(word.get(0)));
    return runs(first).stream()
        .map(this::place)
        .map(place -> text.substring(place.start(), place.end()))
        .collect(Collectors.joining(" … "));
  }

  private List<Run> occurrences(int word) {
    return words.get(word).stream().map(token -> new Run(token, token + 1)).toList();
  }

  private BitSet tokensOf(Span span) {
    BitSet numbers = new BitSet();
    words.subList(span.from(), span.to()).forEach(word -> word.forEach(numbers::set));
    return numbers;
  }

  /** Tokens that follow each other, to the one before {@code to}. */
  private record Run(int from, int to) {}

  private static List<Run> runs(BitSet numbers) {
    List<Run> runs = new ArrayList<>();
    for (int from = numbers.nextSetBit(0); from >= 0; ) {
      int to = numbers.nextClearBit(from);
      runs.add(new Run(from, to));
      from = numbers.nextSetBit(to);
    }
    return runs;
  }

  private Place place(Run run) {
    return new Place(tokens.get(run.from()).start(), tokens.get(run.to() - 1).end());
  }
}
