/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.docket.error.DocketException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against what Hugging Face's tokenizers 0.22 and ONNX Runtime for Python say. */
class SentenceEncoderTest {

  private static final String TEXT = "My mortgage servicer lost the escrow payment!";

  private static SentenceEncoder encoder;

  @BeforeAll
  static void load() {
    encoder = SentenceEncoder.load("all-minilm-l6-v2-q");
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void wordPiecesAreThoseOfHuggingFace() {
    assertThat(encoder.pieces(TEXT))
        .containsExactly(101, 2026, 14344, 2326, 2099, 2439, 1996, 9686, 24375, 7909, 999, 102);
    assertThat(encoder.pieces("Café Müller charged $1,234.56 (twice) - don't they know?"))
        .containsExactly(
            101, 7668, 12304, 5338, 1002, 1015, 1010, 22018, 1012, 5179, 1006, 3807, 1007, 1011,
            2123, 1005, 1056, 2027, 2113, 1029, 102);
    assertThat(encoder.pieces("naïve ÉCOLE 日本語 text\u200b\ttab"))
        .containsExactly(101, 15743, 12431, 1864, 1876, 1950, 3793, 21628, 102);
    assertThat(encoder.pieces("supercalifragilisticexpialidocious 0xDEADBEEF #1 a_b"))
        .containsExactly(
            101, 3565, 9289, 10128, 29181, 24411, 4588, 10288, 19312, 21273, 10085, 6313, 1014,
            2595, 3207, 4215, 11306, 2546, 1001, 1015, 1037, 1035, 1038, 102);
    assertThat(encoder.pieces("a".repeat(120))).containsExactly(101, 100, 102);
    assertThat(encoder.pieces("")).containsExactly(101, 102);
  }

  @Test
  void ofALongTextTheBeginningIsRead() {
    assertThat(encoder.pieces("word ".repeat(400)))
        .hasSize(256)
        .startsWith(101, 2773)
        .endsWith(2773, 102);
    assertThat(encoder.pieces("word ".repeat(1_000_000))).hasSize(256);
  }

  @Test
  void aVectorIsTheMeanOfThePiecesBesideTheFirstOnes() {
    float[] vector = encoder.embed(new int[][] {encoder.pieces(TEXT)})[0];

    assertThat(vector).hasSize(768);
    assertThat(vector[0]).isCloseTo(0.15526f, within(0.02f));
    assertThat(vector[1]).isCloseTo(0.35285f, within(0.02f));
    assertThat(vector[3]).isCloseTo(-0.24838f, within(0.02f));
    assertThat(vector[384]).isCloseTo(0.27677f, within(0.02f));
    assertThat(vector[387]).isCloseTo(-0.10054f, within(0.02f));
  }

  @Test
  void whatPadsABatchIsNotRead() {
    int[] text = encoder.pieces(TEXT);
    float[] alone = encoder.embed(new int[][] {text})[0];
    float[] beside = encoder.embed(new int[][] {text, encoder.pieces("word ".repeat(40))})[0];

    // Not to the bit: a quantized network takes the scale of its values from the batch.
    assertThat(cosine(alone, beside)).isGreaterThan(0.98);
  }

  @Test
  void whereThereIsNoEncoderThatIsTold() {
    assertThatThrownBy(() -> SentenceEncoder.load("other"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("other.onnx is not on the class path");
  }

  @Test
  void aCommandLineThatOnnxRuntimeCrashesAtIsTold() {
    CommandLineLength.require(3_500);
    assertThatThrownBy(() -> CommandLineLength.require(3_501))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("more than 3,500 characters, and this one has 3,501: name fewer");
  }

  private static double cosine(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }
}
