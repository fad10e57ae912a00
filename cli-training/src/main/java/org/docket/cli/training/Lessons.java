/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.docket.corpus.LabelledText;
import org.docket.corpus.OnBadRow;
import org.docket.corpus.Split;
import org.docket.corpus.soft.SoftLabels;
import org.docket.corpus.soft.SoftLabelsWriter;
import org.docket.corpus.soft.Teacher;
import org.docket.corpus.soft.TextHash;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;
import org.docket.training.config.OptimizationConfig;

/**
 * Collects texts, lets a teacher label them, and keeps its soft labels in a file beside the model.
 * Texts that will be validated on are hidden from the teacher: what it learned of them, the model
 * would learn too. For one training and one thread.
 */
final class Lessons implements TrainingTexts {

  private final Path model;
  private final boolean resume;
  private final OptimizationConfig optimization;
  private final List<TrainingText> texts = new ArrayList<>();

  /**
   * What came of a teacher's work.
   *
   * @param labels the soft labels, as they stand in the file
   * @param provenance how they were made
   * @param remarks what a person should know
   */
  record Taught(SoftLabels labels, SortedMap<String, String> provenance, List<String> remarks) {}

  /**
   * Starts without texts.
   *
   * @param model the file beside which soft labels are kept
   * @param resume whether to go on from what an interrupted teacher left
   */
  Lessons(Path model, boolean resume, OptimizationConfig optimization) {
    this.model = model;
    this.resume = resume;
    this.optimization = optimization;
  }

  /**
   * Finds a teacher on the class path.
   *
   * @throws DocketException if there is none
   */
  static Teacher teacher() {
    return ServiceLoader.load(Teacher.class)
        .findFirst()
        .orElseThrow(
            () ->
                new DocketException(
                    "--teacher needs docket-teacher on the class path; start it as ./docket train"));
  }

  /** The file of the soft labels. */
  Path softLabels() {
    return model.resolveSibling(model.getFileName() + ".soft-labels.csv.gz");
  }

  /** What an interrupted teacher leaves, and what is to be deleted when all is done. */
  Path cache() {
    return model.resolveSibling(model.getFileName() + ".teacher");
  }

  @Override
  public void add(TrainingText text) {
    texts.add(text.with(Optional.empty()));
  }

  /**
   * Lets the teacher work on all that was added.
   *
   * @param split whether a part of it will be validated on
   */
  Taught teach(boolean split) {
    BitSet hidden = split ? validation() : new BitSet();
    List<LabelledText> labelled = new ArrayList<>();
    List<String> unlabelled = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      LabelledText text = texts.get(i).document();
      if (text.category().isEmpty()) {
        unlabelled.add(text.text());
      } else if (!hidden.get(i)) {
        labelled.add(text);
      }
    }
    Teacher.Task task =
        new Teacher.Task(labelled, unlabelled, cache(), resume, optimization.seed());
    Teacher.Lesson lesson = teacher().teach(task, new TeacherProgress());
    try {
      WholeFile.write(softLabels(), part -> write(task, lesson, part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Rounded, as whoever trains with the file reads them.
    SoftLabels labels = SoftLabels.read(softLabels(), OnBadRow.FAIL, notice -> {});
    return new Taught(labels, lesson.provenance(), lesson.remarks());
  }

  /** Hands on all texts, in their order, with the soft labels that they have. */
  void handOn(SoftLabels labels, TrainingTexts to) {
    texts.forEach(text -> to.add(text.with(labels.find(TextHash.of(text.document().text())))));
  }

  /** The same texts as those that the corpus will split off. */
  private BitSet validation() {
    Map<String, Integer> numbers = new HashMap<>();
    int[] categories =
        texts.stream()
            .map(TrainingText::document)
            .mapToInt(
                text ->
                    text.category().isEmpty()
                        ? -1
                        : numbers.computeIfAbsent(text.category(), name -> numbers.size()))
            .toArray();
    long[] keys =
        texts.stream().mapToLong(text -> Split.groupKey(text.document().text())).toArray();
    BitSet reviewed = new BitSet();
    IntStream.range(0, keys.length).filter(i -> texts.get(i).reviewed()).forEach(reviewed::set);
    return Split.validation(
        keys, categories, reviewed, optimization.validationShare(), optimization.seed());
  }

  private static void write(Teacher.Task task, Teacher.Lesson lesson, Path part)
      throws IOException {
    try (SoftLabelsWriter writer = new SoftLabelsWriter(part, lesson.categories())) {
      for (int i = 0; i < task.labelled().size(); i++) {
        writer.write(task.labelled().get(i).text(), lesson.labelled().get(i));
      }
      for (int i = 0; i < task.unlabelled().size(); i++) {
        writer.write(task.unlabelled().get(i), lesson.unlabelled().get(i));
      }
    }
  }
}
