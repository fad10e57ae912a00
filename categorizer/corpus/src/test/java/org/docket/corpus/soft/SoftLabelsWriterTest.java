/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.soft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.docket.corpus.OnBadRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftLabelsWriterTest {

  @TempDir private Path folder;

  @Test
  void probabilitiesOfFewCategoriesHaveFourDecimals() throws IOException {
    Path file = written(new float[] {0.25f, 0.75f});

    assertThat(Files.readAllLines(file).get(1)).endsWith(",0.2500,0.7500");
  }

  /** What four decimals make nothing of is a large part of the whole then. */
  @ParameterizedTest
  @ValueSource(ints = {101, 1000, 2500})
  void smallProbabilitiesOfManyCategoriesAreReadAgain(int categories) throws IOException {
    float[] shares = new float[categories];
    Arrays.fill(shares, 0.00004f);
    shares[0] = 1 - (categories - 1) * 0.00004f;

    SoftLabels read = SoftLabels.read(written(shares), OnBadRow.FAIL, notice -> {});

    float[] again = read.find(TextHash.of("a text")).orElseThrow();
    for (int i = 0; i < categories; i++) {
      assertThat(again[i]).isBetween(shares[i] - 1e-5f, shares[i] + 1e-5f);
    }
  }

  private Path written(float[] shares) throws IOException {
    Path file = folder.resolve("soft.csv");
    List<String> categories =
        IntStream.range(0, shares.length).mapToObj(i -> "category " + i).toList();
    try (SoftLabelsWriter writer = new SoftLabelsWriter(file, categories)) {
      writer.write("a text", shares);
    }
    return file;
  }
}
