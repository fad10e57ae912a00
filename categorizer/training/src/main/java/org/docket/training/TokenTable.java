/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docket.vocabulary.Vocabulary;

/**
 * The tokens of a corpus while it is read: each has a number, in the order of appearance, and a
 * count of the documents that it stands in. So a text need only be analysed once, before the
 * vocabulary is known.
 */
final class TokenTable {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<Integer> documents = new ArrayList<>();

  /** The numbers of the tokens of one document. */
  int[] addDocument(List<String> document) {
    int[] result = new int[document.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = numbers.computeIfAbsent(document.get(i), this::newNumber);
    }
    document.stream()
        .distinct()
        .map(numbers::get)
        .forEach(number -> documents.set(number, documents.get(number) + 1));
    return result;
  }

  /**
   * The tokens that stand in most documents; ties by the token, so that the order of the documents
   * does not matter. Tokens with half of a surrogate pair are left out: no file could hold them.
   */
  Vocabulary vocabulary(int maxSize, int minDocuments) {
    Comparator<String> byDocuments = Comparator.comparing(this::documents);
    return Vocabulary.of(
        tokens.stream()
            .filter(token -> documents(token) >= minDocuments && isWellFormed(token))
            .sorted(byDocuments.reversed().thenComparing(Comparator.naturalOrder()))
            .limit(maxSize)
            .toList());
  }

  /** For each number of a token its id in a vocabulary. */
  int[] ids(Vocabulary vocabulary) {
    return vocabulary.ids(tokens);
  }

  private int newNumber(String token) {
    tokens.add(token);
    documents.add(0);
    return tokens.size() - 1;
  }

  private int documents(String token) {
    return documents.get(numbers.get(token));
  }

  private static boolean isWellFormed(String token) {
    return token
        .codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
