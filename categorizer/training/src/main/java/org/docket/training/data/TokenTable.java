/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.CharArrayMap;
import org.docket.error.DocketException;
import org.docket.vocabulary.Vocabulary;

/**
 * The tokens of a corpus while it is read: each has a number, in the order of appearance. So a text
 * need only be analysed once, before the vocabulary is known.
 */
final class TokenTable {

  private final CharArrayMap<Integer> numbers = new CharArrayMap<>(1 << 12, false);
  private final List<String> tokens = new ArrayList<>();

  /** For each number the texts that have the token, and the last of them. */
  private int[] texts = new int[1 << 12];

  private int[] lastText = new int[1 << 12];
  private int counted;

  /** The number of the token in {@code buffer[0]} to {@code buffer[length - 1]}. */
  int number(char[] buffer, int length) {
    Integer number = numbers.get(buffer, 0, length);
    if (number != null) {
      return number;
    }
    String token = new String(buffer, 0, length);
    numbers.put(token, tokens.size());
    tokens.add(token);
    if (tokens.size() > texts.length) {
      texts = Arrays.copyOf(texts, 2 * texts.length);
      lastText = Arrays.copyOf(lastText, texts.length);
    }
    return tokens.size() - 1;
  }

  /** Begins to count texts for another vocabulary. */
  void restart() {
    Arrays.fill(texts, 0);
  }

  /** Counts a text that the vocabulary is to be made from. */
  void count(int[] text) {
    counted++;
    for (int number : text) {
      if (lastText[number] != counted) {
        lastText[number] = counted;
        texts[number]++;
      }
    }
  }

  /**
   * The tokens that stand in most counted texts; ties by the token, so that the order of the texts
   * does not matter. Tokens with half of a surrogate pair are left out: no file could hold them.
   *
   * @throws DocketException if they were made to collide, so that no model could hold them either
   */
  Vocabulary vocabulary(int maxSize, int minDocuments) {
    Comparator<Integer> byTexts = Comparator.comparing(number -> -texts[number]);
    List<String> chosen =
        IntStream.range(0, tokens.size())
            .filter(number -> texts[number] >= minDocuments && isWellFormed(tokens.get(number)))
            .boxed()
            .sorted(byTexts.thenComparing(tokens::get))
            .limit(maxSize)
            .map(tokens::get)
            .toList();
    try {
      return Vocabulary.of(chosen);
    } catch (IllegalArgumentException e) {
      throw new DocketException("no model can be made of the training data: " + e.getMessage(), e);
    }
  }

  /** All tokens, by number. */
  List<String> tokens() {
    return Collections.unmodifiableList(tokens);
  }

  /** For each number of a token its id in a vocabulary. */
  int[] ids(Vocabulary vocabulary) {
    return vocabulary.ids(tokens);
  }

  private static boolean isWellFormed(String token) {
    return token
        .codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
