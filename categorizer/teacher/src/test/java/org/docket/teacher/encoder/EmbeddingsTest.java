/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.docket.corpus.soft.Teacher;
import org.docket.error.DocketException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsTest {

  private static SentenceEncoder encoder;
  private static List<String> texts;

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    encoder = SentenceEncoder.load("all-minilm-l6-v2-q");
    texts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      texts.add("They lost payment " + i + " ".repeat(i % 3) + "and more".repeat(i % 5));
    }
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void theSameVectorsOnHoweverManyThreads() {
    float[][] one = vectors(folder.resolve("a"), false, 1);
    float[][] three = vectors(folder.resolve("b"), false, 3);

    assertThat(one).isDeepEqualTo(three);
    assertThat(one[0]).hasSize(768);
    assertThat(one[0]).isNotEqualTo(one[1]);
  }

  @Test
  void anInterruptedWorkGoesOnFromItsFileWhereverItWasCutOff() throws Exception {
    Path file = folder.resolve("model.bin.teacher");
    float[][] expected = vectors(file, false, 2);
    byte[] bytes = Files.readAllBytes(file);
    int batch = 16 * 768 * 4 + 8;
    int header = bytes.length - 3 * batch - (2 * 768 * 4 + 8);

    for (int length : List.of(header, header + batch - 1, header + batch, bytes.length - 3)) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThat(vectors(file, true, 2)).isDeepEqualTo(expected);
      assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
  }

  @Test
  void whatIsDamagedIsComputedAgain() throws Exception {
    Path file = folder.resolve("model.bin.teacher");
    float[][] expected = vectors(file, false, 2);
    byte[] bytes = Files.readAllBytes(file);
    byte[] damaged = bytes.clone();
    damaged[bytes.length / 2] ^= 1;
    Files.write(file, damaged);

    assertThat(vectors(file, true, 2)).isDeepEqualTo(expected);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void withoutTheFileItStartsAndWithThatOfOtherTextsItRefuses() throws Exception {
    Path file = folder.resolve("model.bin.teacher");
    vectors(file, true, 1);

    assertThatThrownBy(
            () -> Embeddings.of(List.of("other"), encoder, file, true, 1, new Counting()))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(file + " has vectors of other texts or another encoder; delete it");
    Files.writeString(file, "no vectors");
    assertThatThrownBy(() -> vectors(file, true, 1))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(file + " is no file of vectors; delete it");
  }

  @Test
  void eachTextIsCountedAlsoThoseOfTheFile() {
    Counting first = new Counting();
    Path file = folder.resolve("a");
    Embeddings.of(texts, encoder, file, false, 1, first);
    Counting again = new Counting();
    Embeddings.of(texts, encoder, file, true, 1, again);

    assertThat(first.total).isEqualTo(50);
    assertThat(first.done).isEqualTo(50);
    assertThat(first.finished).isTrue();
    assertThat(again.done).isEqualTo(50);
  }

  private static float[][] vectors(Path file, boolean resume, int threads) {
    return Embeddings.of(texts, encoder, file, resume, threads, new Counting());
  }

  private static final class Counting implements Teacher.Listener {

    private long total;
    private long done;
    private boolean finished;

    @Override
    public void started(String task, String unit, long count) {
      total = count;
    }

    @Override
    public void done(long more) {
      done += more;
    }

    @Override
    public void finished() {
      finished = true;
    }
  }
}
