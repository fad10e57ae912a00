/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.docket.model.ModelFile;
import org.docket.model.ModelStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models that an earlier Docket wrote are read, and answer as they did; see {@link GoldenModels}.
 */
class GoldenModelsTest {

  static List<GoldenModels.Prediction> predictions() throws IOException {
    return GoldenModels.predictions();
  }

  static List<Path> filesOfToday() throws IOException {
    return GoldenModels.filesOfToday();
  }

  @ParameterizedTest
  @MethodSource("predictions")
  void aFileOfEachVersionPredictsWhatItDid(GoldenModels.Prediction pinned) {
    LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.load(pinned.file());
    Map<String, Double> actual = GoldenModels.probabilities(categorizer, pinned.text());
    assertThat(actual).containsOnlyKeys(pinned.probabilities().keySet());
    pinned
        .probabilities()
        .forEach(
            (category, probability) ->
                assertThat(actual.get(category))
                    .as("%s of %s", category, pinned)
                    .isCloseTo(probability, within(2e-5)));
  }

  /** The zip around them may differ: its compression is the JVM's, its manifest OpenNLP's. */
  @ParameterizedTest
  @MethodSource("filesOfToday")
  void writingAModelThatWasReadGivesItsBytes(Path file) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ModelStream.write(ModelFile.read(file), written);
    assertThat(written.toByteArray()).isEqualTo(entry(file));
  }

  private static byte[] entry(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getInputStream(zip.getEntry("doccat.model")).readAllBytes();
    }
  }
}
