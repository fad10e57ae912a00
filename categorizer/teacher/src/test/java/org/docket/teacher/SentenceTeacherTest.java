/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelledText;
import org.docket.corpus.soft.Teacher;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceTeacherTest {

  private static final Path DEMO = Path.of("../../conf/demo/complaints.csv");

  @TempDir Path folder;

  @Test
  void teachesTheCategoriesOfTheDemosComplaints() {
    List<LabelledText> texts = new ArrayList<>();
    Corpus.read(DEMO, CorpusOptions.defaults(), texts::add);
    List<String> categories =
        texts.stream().map(LabelledText::category).distinct().sorted().toList();
    String unlabelled =
        "The servicer of my home loan lost my escrow payment and raised my mortgage.";

    Teacher teacher = ServiceLoader.load(Teacher.class).findFirst().orElseThrow();
    Teacher.Lesson lesson = teacher.teach(task(texts, List.of(unlabelled)), new Silent());

    assertThat(lesson.categories()).isEqualTo(categories);
    assertThat(lesson.labelled()).hasSize(texts.size());
    int right = 0;
    for (int i = 0; i < texts.size(); i++) {
      float[] probabilities = lesson.labelled().get(i);
      assertThat(sum(probabilities)).isCloseTo(1, within(1e-4f));
      right += categories.get(best(probabilities)).equals(texts.get(i).category()) ? 1 : 0;
    }
    assertThat((double) right / texts.size()).isGreaterThan(0.5);
    assertThat(categories.get(best(lesson.unlabelled().get(0)))).isEqualTo("Mortgage");
    assertThat(lesson.provenance()).containsEntry("encoder", "all-minilm-l6-v2-q");
    assertThat(lesson.remarks())
        .singleElement()
        .asString()
        .startsWith("teacher, out of fold on " + texts.size() + " documents: accuracy 0.");
  }

  @Test
  void theSameTaskGivesTheSameProbabilities() {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String word = (i % 2 == 0 ? "loan " : "card ") + (char) ('a' + i / 2);
      texts.add(new LabelledText(i % 2 == 0 ? "Loan" : "Card", word));
    }
    Teacher.Lesson first =
        new SentenceTeacher().teach(task(texts, List.of("a loan")), new Silent());
    Teacher.Lesson second =
        new SentenceTeacher().teach(task(texts, List.of("a loan")), new Silent());

    for (int i = 0; i < texts.size(); i++) {
      assertThat(second.labelled().get(i)).isEqualTo(first.labelled().get(i));
    }
    assertThat(second.unlabelled().get(0)).isEqualTo(first.unlabelled().get(0));
  }

  @Test
  void tooFewTextsAreTold() {
    List<LabelledText> texts = List.of(new LabelledText("a", "x"), new LabelledText("b", "y"));

    assertThatThrownBy(() -> new SentenceTeacher().teach(task(texts, List.of()), new Silent()))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "--teacher needs at least 10 labelled texts of two categories to learn from, but there"
                + " are 2 of a, b");
  }

  private Teacher.Task task(List<LabelledText> labelled, List<String> unlabelled) {
    return new Teacher.Task(labelled, unlabelled, folder.resolve("model.bin.teacher"), false, 1);
  }

  private static int best(float[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  private static float sum(float[] probabilities) {
    float sum = 0;
    for (float probability : probabilities) {
      sum += probability;
    }
    return sum;
  }

  private static final class Silent implements Teacher.Listener {

    @Override
    public void started(String task, String unit, long total) {}

    @Override
    public void done(long more) {}

    @Override
    public void finished() {}
  }
}
