/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.docket.error.DocketException;
import org.docket.io.Reopenable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock models behind our door. */
class CategorizersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", "MAXENT_QN", "PERCEPTRON", "NAIVEBAYES"})
  void stockModelsAreLoaded(String algorithm) throws IOException {
    Path file = folder.resolve("stock.bin");
    StockModels.train(algorithm).serialize(file);
    TextCategorizer categorizer = Categorizers.load(file);
    assertThat(categorizer.categories()).containsExactlyInAnyOrder("Mortgage", "Card");
    assertThat(categorizer.categorize("my house loan").best().category()).isEqualTo("Mortgage");
    assertThat(categorizer.categorize("my plastic fee").best().category()).isEqualTo("Card");
    Categorization empty = categorizer.categorize(" ");
    assertThat(empty.abstains()).isTrue();
    assertThat(empty.best().probability()).isCloseTo(0.5, within(1e-9));
    assertThat(categorizer.categorize("zxqv blorp").abstains()).isTrue();
    assertThat(categorizer.categorize("zxqv house").abstains()).isFalse();
  }

  /** The answer of MAXENT alone is not a number then. */
  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", "MAXENT_QN", "PERCEPTRON", "NAIVEBAYES"})
  void stockModelsAnswerToVeryLongTexts(String algorithm) {
    DoccatTextCategorizer categorizer = new DoccatTextCategorizer(StockModels.train(algorithm));
    String text = "my plastic fee limit ".repeat(50_000);
    Categorization answer = categorizer.categorize(text);
    assertThat(answer.best().category()).isEqualTo("Card");
    assertThat(answer.ranked().stream().mapToDouble(ScoredCategory::probability).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(answer.truncated()).isEqualTo(answer.tokens() < 200_000);
    assertThat(answer.truncated()).isEqualTo(algorithm.equals("MAXENT"));
  }

  @Test
  void brokenFilesAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.bin"), "not a model");
    assertThatThrownBy(() -> Categorizers.load(text))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(text + " is not a usable model: it is not a zip");
    Path missing = folder.resolve("missing.bin");
    assertThatThrownBy(() -> Categorizers.load(missing))
        .isInstanceOf(DocketException.class)
        .hasMessage("the model file " + missing + " does not exist");
  }

  @Test
  void modelsNeedNotBeFiles() throws IOException {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    StockModels.train("NAIVEBAYES").serialize(model);
    Reopenable source = () -> new ByteArrayInputStream(model.toByteArray());

    assertThat(Categorizers.load(source, "the resource x").categorize("my house loan").best())
        .extracting(ScoredCategory::category)
        .isEqualTo("Mortgage");
  }

  @Test
  void brokenStreamsAreNamed() {
    Reopenable source = () -> new ByteArrayInputStream(new byte[] {1, 2, 3});

    assertThatThrownBy(() -> Categorizers.load(source, "the resource x"))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("the resource x is not a usable model: it is not a zip");
  }
}
