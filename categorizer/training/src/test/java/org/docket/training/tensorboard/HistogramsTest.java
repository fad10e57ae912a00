/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tensorflow.framework.HistogramProto;

class HistogramsTest {

  @Test
  void eachValueIsCountedInItsBucket() {
    Random random = new Random(7);
    float[] values = new float[10_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }

    HistogramProto histogram = Histograms.of(values).orElseThrow();

    assertThat(histogram.getNum()).isEqualTo(10_000);
    assertThat(histogram.getBucketCount()).isEqualTo(30).isEqualTo(histogram.getBucketLimitCount());
    assertThat(histogram.getBucketLimit(29)).isEqualTo(histogram.getMax());
    double left = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 30; i++) {
      double from = left;
      double to = i == 29 ? Double.POSITIVE_INFINITY : histogram.getBucketLimit(i);
      long expected =
          IntStream.range(0, values.length)
              .filter(v -> values[v] >= from && values[v] < to)
              .count();
      assertThat(histogram.getBucket(i)).isCloseTo(expected, within(1.0)); // one lies on an edge
      left = to;
    }
    assertThat(histogram.getBucketList().stream().mapToDouble(b -> b).sum()).isEqualTo(10_000);
    assertThat(histogram.getSum() / 10_000).isCloseTo(0, within(0.05));
    assertThat(histogram.getSumSquares() / 10_000).isCloseTo(1, within(0.05));
  }

  @Test
  void oneValueOnlyIsOneBucket() {
    HistogramProto histogram = Histograms.of(new float[] {0.5f, 0.5f}).orElseThrow();

    assertThat(histogram.getBucketList()).containsExactly(2.0);
    assertThat(histogram.getBucketLimitList()).containsExactly(0.5);
  }

  @Test
  void theWholeRangeOfFloatsHasBuckets() {
    HistogramProto histogram =
        Histograms.of(new float[] {-Float.MAX_VALUE, 0, Float.MIN_VALUE, Float.MAX_VALUE})
            .orElseThrow();

    assertThat(histogram.getBucketList().stream().mapToDouble(b -> b).sum()).isEqualTo(4);
    assertThat(histogram.getBucketLimitList()).isSorted();
  }

  @Test
  void whatIsNoNumberHasNoBucket() {
    assertThat(Histograms.of(new float[] {1, Float.NaN})).isEmpty();
    assertThat(Histograms.of(new float[] {1, Float.NEGATIVE_INFINITY})).isEmpty();
    assertThat(Histograms.of(new float[0])).isEmpty();
  }
}
