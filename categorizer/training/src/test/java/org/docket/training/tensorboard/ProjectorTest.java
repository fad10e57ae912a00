/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.docket.model.Matrix;
import org.docket.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectorTest {

  @TempDir Path folder;

  @Test
  void everyWordHasALineAndAVectorWhateverIsInIt() throws IOException {
    Vocabulary words =
        Vocabulary.of(List.of("tab\there", "line\nbreak\r", "\u2028", "\u00e9t\u00e9"));
    Matrix vectors =
        new Matrix(5, 2, new float[] {9, 9, 0.1f, -0.25f, 1, 2, 1e-7f, 40_000.5f, -1e-3f, 3});

    Projector.write(folder, words, vectors);

    assertThat(Files.readString(folder.resolve("metadata.tsv")))
        .isEqualTo("tab\\u0009here\nline\\u000abreak\\u000d\n\\u2028\n\u00e9t\u00e9\n");
    assertThat(Files.readString(folder.resolve("vectors.tsv")))
        .isEqualTo("0.1\t-0.25\n1.0\t2.0\n0.0\t40000.5\n-0.001\t3.0\n");
    assertThat(Files.readString(folder.resolve("projector_config.pbtxt")))
        .contains("tensor_path: \"vectors.tsv\"", "metadata_path: \"metadata.tsv\"")
        .contains("tensor_shape: 4", "tensor_shape: 2");
  }

  @Test
  void ofManyWordsTheMostFrequentAreWritten() throws IOException {
    Vocabulary words = Vocabulary.of(IntStream.range(0, 12_000).mapToObj(i -> "word" + i).toList());

    Projector.write(folder, words, Matrix.zeros(words.size(), 3));

    assertThat(Files.readAllLines(folder.resolve("metadata.tsv")))
        .hasSize(10_000)
        .contains("word0", "word9999");
    assertThat(folder.resolve("vectors.tsv")).content().hasLineCount(10_000);
    assertThat(Projector.words(words, 4096)).isEqualTo(244); // long vectors, fewer words
    assertThat(Projector.words(words, 2_000_000)).isEqualTo(1);
  }
}
