/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionImageTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 30, 31, 100, 1500})
  void isAPngOfTheSizeThatItSays(int categories) throws IOException {
    Png png = ConfusionImage.of(evaluation(names(categories)));

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.bytes()));

    assertThat(image.getWidth()).isEqualTo(png.width()).isLessThan(1600);
    assertThat(image.getHeight()).isEqualTo(png.height()).isLessThan(1400);
  }

  @Test
  void theDiagonalOfAPerfectModelIsDarkAndTheRestIsLight() throws IOException {
    List<String> names = names(4);
    List<LabelledPrediction> right =
        names.stream().map(name -> new LabelledPrediction(name, name, 1)).toList();
    Png png = ConfusionImage.of(Evaluation.of(names, right));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.bytes()));

    int cell = 24; // from the right and the lower edge, which have a margin of 10
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        int x = image.getWidth() - 10 - (4 - column) * cell + 2;
        int y = image.getHeight() - 10 - (4 - row) * cell + 2;
        assertThat((image.getRGB(x, y) & 0xff) < 200).isEqualTo(row == column);
      }
    }
  }

  @Test
  void namesOfAnyKindAreDrawn() throws IOException {
    List<String> names =
        List.of(
            "x".repeat(100_000),
            "<b>\n\t\u0000</b>",
            "\ud83d\ude80".repeat(150),
            "\ud83d",
            "\u202e\u05d0\u0627",
            "");

    assertThat(ConfusionImage.of(evaluation(names)).width()).isLessThan(600);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "category number " + i).toList();
  }

  private static Evaluation evaluation(List<String> names) {
    List<LabelledPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      predictions.add(new LabelledPrediction(names.get(i), names.get(i * 7 % names.size()), 0.5));
    }
    return Evaluation.of(names, predictions);
  }
}
