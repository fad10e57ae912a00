/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.ArrayList;
import java.util.List;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;

/** Says the same of every text, and remembers the texts. Not for many threads. */
public final class FixedCategorizer implements TextCategorizer {

  private final ScoredCategory answer;
  private final List<String> texts = new ArrayList<>();

  public FixedCategorizer(String category, double probability) {
    answer = new ScoredCategory(category, probability);
  }

  List<String> texts() {
    return texts;
  }

  @Override
  public List<String> categories() {
    return List.of(answer.category());
  }

  @Override
  public Categorization categorize(String text) {
    texts.add(text);
    return new Categorization(List.of(answer), 1, 1, false);
  }

  @Override
  public List<Categorization> categorizeAll(List<String> all) {
    return all.stream().map(this::categorize).toList();
  }
}
