/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OverfittingTest {

  @Test
  void isToldWithTheEpochSinceWhichTheLossesPart() {
    assertThat(words(new double[] {2, 1.5, 1, 0.5}, new double[] {2, 1.6, 1.7, 1.9}))
        .startsWith("Over-fitting: since epoch 2")
        .contains("1.500 to 0.500", "1.600 to 1.900");
  }

  @Test
  void isNotSeenWhereBothStillFall() {
    assertThat(words(new double[] {2, 1.5, 1}, new double[] {2, 1.6, 1.4}))
        .startsWith("No over-fitting")
        .contains("more epochs may help");
  }

  @Test
  void isNotSeenWhereTheLossLevelsOut() {
    assertThat(words(new double[] {2, 1.5, 1}, new double[] {2, 1.6, 1.605}))
        .startsWith("No sign of over-fitting");
  }

  @Test
  void isToldWhereTheNetworkKnowsItsTrainingTextsByHeart() {
    EpochRow.Scores training = new EpochRow.Scores(2.003, 0.68, 0.6);
    EpochRow.Scores others = new EpochRow.Scores(2.141, 0.24, 0.2);
    EpochRow row = new EpochRow(1, OptionalDouble.empty(), training, others, others);
    assertThat(Overfitting.words(List.of(row, row)))
        .startsWith("Some over-fitting")
        .contains("68 % of the training texts", "24 % of the validation texts");
  }

  /** That is no over-fitting: the network gets worse at what it learns, too. */
  @Test
  void isNotTakenForATrainingThatIsUnsteady() {
    assertThat(words(new double[] {2, 1.5, 1.9}, new double[] {2, 1.6, 1.9}))
        .contains("rises on training texts", "a lower learning rate may help");
  }

  @Test
  void cannotBeToldOfOneEpoch() {
    assertThat(words(new double[] {2}, new double[] {2})).startsWith("One epoch only");
  }

  private static String words(double[] training, double[] network) {
    List<EpochRow> rows = new ArrayList<>();
    for (int i = 0; i < training.length; i++) {
      EpochRow.Scores validation = new EpochRow.Scores(network[i], 0.5, 0.5);
      rows.add(
          new EpochRow(
              i + 1,
              OptionalDouble.of(1),
              new EpochRow.Scores(training[i], 0.5, 0.5),
              validation,
              validation));
    }
    return Overfitting.words(rows);
  }
}
