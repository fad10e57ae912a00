/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.docket.corpus.LabelledText;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.DataFile;
import org.docket.training.data.EncodedCorpusBuilder;
import org.docket.training.data.TrainingData;
import org.junit.jupiter.api.Test;

class RunTextTest {

  private final TrainingConfig config = TrainingConfig.load("default");

  @Test
  void namesThatLookLikeMarkupStayNamesInTheirRow() {
    String text = corpus("<script>a|b</script>\n# `x` [y](z)", 2);

    assertThat(text)
        .contains(
            "| \\<script\\>a\\|b\\</script\\> \\# \\`x\\` \\[y\\]\\(z\\)0 | 3 |",
            "| files to train on | a\\_b.csv |");
    assertThat(text.lines().filter(line -> !line.isEmpty()))
        .allMatch(line -> line.startsWith("|") && line.endsWith("|"));
  }

  @Test
  void ofManyCategoriesTheRestIsCounted() {
    String text = corpus("category", 120);

    assertThat(text).contains("| categories | 120 |", "| and so many more categories | 20 |");
  }

  @Test
  void thePresetIsThere() {
    assertThat(RunText.preset(config))
        .contains("| preset | default |", "| training.learningRate | 0.004 |");
  }

  private String corpus(String category, int categories) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), Path.of(""))) {
      for (int i = 0; i < 3 * categories; i++) {
        builder.addTraining(new LabelledText(category + i % categories, "the same loan words"));
      }
      builder.addValidation(new LabelledText(category + 0, "the same loan words"));
      try (var corpus = builder.build()) {
        return RunText.corpus(
            new TrainingData(corpus, List.of(new DataFile("a_b.csv", "0")), List.of()), 2);
      }
    }
  }
}
