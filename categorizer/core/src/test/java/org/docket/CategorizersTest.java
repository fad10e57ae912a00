/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock models behind our door. */
class CategorizersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", "PERCEPTRON", "NAIVEBAYES"})
  void stockModelsAreLoaded(String algorithm) throws IOException {
    Path file = folder.resolve("stock.bin");
    train(algorithm).serialize(file);
    TextCategorizer categorizer = Categorizers.load(file);
    assertThat(categorizer.categories()).containsExactlyInAnyOrder("Mortgage", "Card");
    assertThat(categorizer.categorize("my house loan").best().category()).isEqualTo("Mortgage");
    assertThat(categorizer.categorize("my plastic fee").best().category()).isEqualTo("Card");
    Categorization empty = categorizer.categorize(" ");
    assertThat(empty.abstains()).isTrue();
    assertThat(empty.best().probability()).isCloseTo(0.5, within(1e-9));
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

  private static DoccatModel train(String algorithm) throws IOException {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    List<DocumentSample> samples =
        List.of(
            new DocumentSample("Mortgage", new String[] {"house", "loan", "my"}),
            new DocumentSample("Mortgage", new String[] {"house", "escrow"}),
            new DocumentSample("Card", new String[] {"plastic", "fee", "my"}),
            new DocumentSample("Card", new String[] {"plastic", "limit"}));
    return DocumentCategorizerME.train(
        "en", new CollectionObjectStream<>(samples), parameters, new DoccatFactory());
  }
}
