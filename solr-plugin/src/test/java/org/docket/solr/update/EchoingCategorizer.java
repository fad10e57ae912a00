/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.ArrayList;
import java.util.List;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;

/**
 * The category of a text is the text. Refuses the text "bad" and, if told to, many at once. Not for
 * many threads.
 */
public final class EchoingCategorizer implements TextCategorizer {

  private final List<List<String>> calls = new ArrayList<>();
  private boolean failsAtMany;

  /** The texts of each call. */
  public List<List<String>> calls() {
    return calls;
  }

  void failAtMany() {
    failsAtMany = true;
  }

  @Override
  public List<String> categories() {
    return List.of();
  }

  @Override
  public Categorization categorize(String text) {
    calls.add(List.of(text));
    return answer(text);
  }

  @Override
  public List<Categorization> categorizeAll(List<String> texts) {
    calls.add(texts);
    if (failsAtMany && texts.size() > 1) {
      throw new IllegalStateException("too many");
    }
    return texts.stream().map(EchoingCategorizer::answer).toList();
  }

  private static Categorization answer(String text) {
    if (text.equals("bad")) {
      throw new IllegalStateException("cannot categorize 'bad'");
    }
    return new Categorization(List.of(new ScoredCategory(text, 0.5)), 1, 1, false);
  }
}
