/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.util.Optional;
import org.tensorflow.framework.HistogramProto;

/** Counts values in buckets of equal width, as TensorFlow's {@code tf.summary.histogram} does. */
final class Histograms {

  /** TensorFlow's number, and that of TensorBoard's chart. */
  static final int BUCKETS = 30;

  private Histograms() {}

  /**
   * The histogram of some values.
   *
   * @return nothing if there is no value, or one that is not a finite number: that has no bucket
   */
  static Optional<HistogramProto> of(float[] values) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
      sum += value;
      squares += (double) value * value;
    }
    if (values.length == 0 || !Double.isFinite(squares)) {
      return Optional.empty();
    }
    HistogramProto.Builder histogram = HistogramProto.newBuilder();
    addBuckets(values, min, max, histogram);
    return Optional.of(
        histogram
            .setMin(min)
            .setMax(max)
            .setNum(values.length)
            .setSum(sum)
            .setSumSquares(squares)
            .build());
  }

  private static void addBuckets(
      float[] values, double min, double max, HistogramProto.Builder histogram) {
    double width = (max - min) / BUCKETS;
    if (width == 0) { // one value only; its bucket has no width in any unit
      histogram.addBucketLimit(max).addBucket(values.length);
      return;
    }
    int[] counts = new int[BUCKETS];
    for (float value : values) {
      counts[Math.min(BUCKETS - 1, (int) ((value - min) / width))]++;
    }
    for (int i = 0; i < BUCKETS; i++) {
      histogram.addBucketLimit(i == BUCKETS - 1 ? max : min + (i + 1) * width);
      histogram.addBucket(counts[i]);
    }
  }
}
