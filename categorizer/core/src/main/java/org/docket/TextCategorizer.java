/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.List;
import java.util.Optional;

/**
 * Text in, categories out: the door that Docket's own commands and its Solr plugin use.
 *
 * <p>{@link Categorizers#load} makes one of any OpenNLP doccat model, ours or not. Implementations
 * are immutable and safe for use by many threads at once. No text is refused: an empty one, one of
 * unknown words only, a very long one or one with broken surrogates all get an answer.
 */
public interface TextCategorizer {

  /** The categories, in the model's own order; no duplicates. */
  List<String> categories();

  /** How the model tags documents of its own kind, if that was measured. */
  default Optional<Baseline> baseline() {
    return Optional.empty();
  }

  /**
   * Categorizes one text.
   *
   * @param text any text, not null
   */
  Categorization categorize(String text);

  /**
   * Categorizes many texts, faster than one by one where the model allows it.
   *
   * @param texts any texts, none null
   * @return one answer for each text, in the same order; each is what {@link #categorize} gives
   */
  List<Categorization> categorizeAll(List<String> texts);

  /**
   * The same answers, to the bit, and how long they took.
   *
   * @param timing is told of all as {@link Timing#network} where the model does not tell its parts
   *     apart
   */
  default List<Categorization> categorizeAll(List<String> texts, Timing timing) {
    long start = System.nanoTime();
    List<Categorization> answers = categorizeAll(texts);
    timing.network(System.nanoTime() - start);
    return answers;
  }
}
