/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadsTest {

  /** As scikit-learn's TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2). */
  @Test
  void weightsOfNgramsAreThoseOfScikitLearn() {
    Ngrams ngrams =
        Ngrams.of(List.of("the loan the loan was late", "The loan is here", "a card was lost"));

    assertThat(ngrams.size()).isEqualTo(4); // the, loan, the loan, was
    Feature[] features = ngrams.features("the loan the loan was late");
    assertThat(features).hasSize(4);
    double twice = 1 + Math.log(2);
    double norm = Math.sqrt(3 * twice * twice + 1);
    List<Double> values = new ArrayList<>();
    for (Feature feature : features) {
      values.add(feature.getValue());
    }
    assertThat(values.stream().mapToDouble(Double::doubleValue).max().orElseThrow())
        .isCloseTo(twice / norm, within(1e-9));
    assertThat(values.stream().mapToDouble(Double::doubleValue).min().orElseThrow())
        .isCloseTo(1 / norm, within(1e-9));
    for (int i = 1; i < features.length; i++) {
      assertThat(features[i].getIndex()).isGreaterThan(features[i - 1].getIndex());
    }
    assertThat(ngrams.features("nothing of it")).isEmpty();
  }

  @Test
  void theHeadOnVectorsLearnsAndAlwaysTheSame() {
    Random random = new Random(1);
    int count = 300;
    float[][] vectors = new float[count][8];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 8; j++) {
        vectors[i][j] = (float) (10 + 3 * random.nextGaussian());
      }
      labels[i] = vectors[i][0] + vectors[i][1] > 20 ? 1 : 0;
    }
    int[] texts = IntStream.range(0, 200).toArray();

    VectorHead head = VectorHead.fit(vectors, labels, texts, 2, 7);
    VectorHead again = VectorHead.fit(vectors, labels, texts, 2, 7);

    int right = 0;
    for (int i = 200; i < count; i++) {
      double[] log = head.logProbabilities(vectors[i]);
      assertThat(Math.exp(log[0]) + Math.exp(log[1])).isCloseTo(1, within(1e-9));
      assertThat(again.logProbabilities(vectors[i])).isEqualTo(log);
      right += (log[1] > log[0] ? 1 : 0) == labels[i] ? 1 : 0;
    }
    assertThat(right).isGreaterThan(85);
  }

  @Test
  void theMixtureTrustsTheBetterHeadAndIsCalibrated() {
    Random random = new Random(1);
    List<double[]> good = new ArrayList<>();
    List<double[]> bad = new ArrayList<>();
    int[] labels = new int[2000];
    for (int i = 0; i < labels.length; i++) {
      double p = random.nextDouble();
      labels[i] = random.nextDouble() < p ? 1 : 0;
      double sharp = p * p / (p * p + (1 - p) * (1 - p)); // twice the logits
      good.add(new double[] {Math.log(1 - sharp), Math.log(sharp)});
      double noise = random.nextDouble();
      bad.add(new double[] {Math.log(1 - noise), Math.log(noise)});
    }

    Mixture mixture = Mixture.fit(good, bad, labels);
    assertThat(mixture.weight()).isZero();
    assertThat(mixture.sharpness()).isCloseTo(0.5, within(0.05));
    assertThat(Mixture.fit(bad, good, labels).weight()).isEqualTo(4);
  }
}
