/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docket.Categorization;
import org.docket.ScoredCategory;

/**
 * Finds documents whose label is likely wrong by confident learning (Northcutt, Jiang and Chuang
 * 2021, Confident Learning: Estimating Uncertainty in Dataset Labels, JAIR 70).
 *
 * <p>A category's threshold is its mean probability over the documents that have it for a label. A
 * document counts for the most probable category that reaches its threshold; the counts by label,
 * calibrated to the number of documents of each label, estimate how many labels are wrong, and in
 * what way. Of each wrong way so many documents are listed as there should be, those with the
 * largest margin between both probabilities (the paper's prune by noise rate, the default of
 * cleanlab, its authors' library), without those whose label is the model's answer. They are ranked
 * by the probability of their label (self-confidence, the default there too).
 *
 * <p>The model must not have learned from these documents: of what it has learned by heart, wrong
 * labels too, it is too sure.
 *
 * <p>Of each document the probabilities of at least 1 % are held, so at most a hundred. For one
 * thread.
 */
public final class LabelErrorFinder {

  /** What is less probable is no candidate, whatever its threshold. */
  private static final double LEAST = 0.01;

  private final List<String> categories;
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<JudgedDocument> judged = new ArrayList<>();
  private int documents;

  /**
   * A finder that has no documents yet.
   *
   * @param categories the model's
   */
  public LabelErrorFinder(List<String> categories) {
    this.categories = categories.stream().distinct().toList();
    this.categories.forEach(category -> indices.put(category, indices.size()));
  }

  /**
   * Adds a document. It is not judged if the model does not have its label, or abstains.
   *
   * @param label that it came with
   * @param answer what the model says of it
   * @return whether it may turn out to be an error: it is judged, and the answer is not its label
   */
  public boolean add(String label, Categorization answer) {
    int number = documents++;
    if (!indices.containsKey(label) || answer.abstains()) {
      return false;
    }
    JudgedDocument document = judge(number, label, answer.ranked());
    judged.add(document);
    return document.isDisputed();
  }

  /** The errors among what was added. */
  public LabelErrors find() {
    ConfidentJoint joint = new ConfidentJoint(categories.size(), judged);
    List<JudgedDocument> errors =
        NoiseRatePruning.choose(judged, joint).stream()
            .mapToObj(judged::get)
            .filter(JudgedDocument::isDisputed)
            .sorted(Comparator.comparingDouble(JudgedDocument::own))
            .toList();
    PairCounts pairs = new PairCounts(joint);
    errors.forEach(error -> pairs.count(error.given(), error.predicted()));
    return new LabelErrors(
        judged.size(),
        pairs.estimated(),
        pairs.named(categories),
        errors.stream().map(this::error).toList());
  }

  private JudgedDocument judge(int number, String label, List<ScoredCategory> ranked) {
    int kept = 1;
    while (kept < ranked.size() && ranked.get(kept).probability() >= LEAST) {
      kept++;
    }
    int[] likely = new int[kept];
    double[] probabilities = new double[kept];
    for (int i = 0; i < kept; i++) {
      likely[i] = index(ranked.get(i).category());
      probabilities[i] = ranked.get(i).probability();
    }
    return new JudgedDocument(number, index(label), own(label, ranked), likely, probabilities);
  }

  private static double own(String label, List<ScoredCategory> ranked) {
    return ranked.stream()
        .filter(scored -> scored.category().equals(label))
        .mapToDouble(ScoredCategory::probability)
        .sum();
  }

  private int index(String category) {
    Integer index = indices.get(category);
    if (index == null) {
      throw new IllegalArgumentException("the model has no category \"" + category + "\"");
    }
    return index;
  }

  private LabelError error(JudgedDocument document) {
    return new LabelError(
        document.number(),
        new ScoredCategory(categories.get(document.given()), document.own()),
        new ScoredCategory(categories.get(document.predicted()), document.probabilities()[0]));
  }
}
