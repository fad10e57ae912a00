/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.docket.cli.training.statistics.Interval;

/**
 * What a learning curve says of more documents, with how far to trust it: the documents of the
 * validation part and the runs of each size are drawn again and again, with replacement (the
 * bootstrap, Efron 1979), and all is computed of each draw.
 */
public final class Forecast {

  private static final int DRAWS = 1000;

  private final List<CurvePoint> points;
  private final double[] sizes;
  private final double[] measured;
  private final PowerLaw law;
  private final double[][] drawnErrors = new double[DRAWS][];
  private final PowerLaw[] drawnLaws = new PowerLaw[DRAWS];
  private final double[][] drawnGains = new double[DRAWS][];

  /**
   * Computes it.
   *
   * @param points that could be trained, small first, of at least two sizes
   * @param gold the number of the category of each document of the validation part
   */
  Forecast(List<CurvePoint> points, int[] gold, long seed) {
    this.points = points;
    this.sizes = points.stream().mapToDouble(CurvePoint::documents).toArray();
    int[] once = new int[gold.length];
    Arrays.fill(once, 1);
    this.measured = points.stream().mapToDouble(p -> p.error(all(p), gold, once)).toArray();
    this.law = PowerLaw.fit(sizes, measured);
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] times = new int[gold.length];
      for (int document = 0; document < gold.length; document++) {
        times[random.nextInt(gold.length)]++;
      }
      drawnErrors[draw] =
          points.stream().mapToDouble(p -> p.error(some(p, random), gold, times)).toArray();
      drawnLaws[draw] = PowerLaw.fit(sizes, drawnErrors[draw]);
      drawnGains[draw] = gains(gold, times);
    }
  }

  private static int[] all(CurvePoint point) {
    int[] all = new int[point.runs().size()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private static int[] some(CurvePoint point, SplittableRandom random) {
    int runs = point.runs().size();
    return random.ints(runs, 0, runs).toArray();
  }

  /** What the last doubling did for the F1 of each category. */
  private double[] gains(int[] gold, int[] times) {
    double[] before = points.get(last() - 1).f1(gold, times);
    double[] gains = points.get(last()).f1(gold, times);
    for (int category = 0; category < gains.length; category++) {
      gains[category] -= before[category];
    }
    return gains;
  }

  private int last() {
    return sizes.length - 1;
  }

  /** The law that the measured errors follow best. */
  PowerLaw law() {
    return law;
  }

  /** The accuracy by the law with so many documents. */
  Interval accuracy(double documents) {
    double[] drawn = Arrays.stream(drawnLaws).mapToDouble(each -> each.error(documents)).toArray();
    return Interval.of(law.error(documents), drawn).complement();
  }

  /** By how much the error of all documents is below that of a smaller part. */
  Interval gainOver(int point) {
    double[] drawn = Arrays.stream(drawnErrors).mapToDouble(e -> e[point] - e[last()]).toArray();
    return Interval.of(measured[point] - measured[last()], drawn);
  }

  /** What the last step, from the part before to all documents, did for a category's F1. */
  Interval categoryGain(int category) {
    double value = points.get(last()).f1(category) - points.get(last() - 1).f1(category);
    return Interval.of(
        value, Arrays.stream(drawnGains).mapToDouble(gains -> gains[category]).toArray());
  }

  /**
   * Whether the measured error of all documents lies above the law in nearly all draws: then the
   * curve flattens, and the law promises too much.
   */
  boolean flattens() {
    double[] above = new double[DRAWS];
    Arrays.setAll(above, i -> drawnErrors[i][last()] / drawnLaws[i].error(sizes[last()]) - 1);
    return Interval.of(0, above).low() > 0;
  }

  /** The law between two numbers of documents, with its band: for a chart. */
  List<Band> band(double from, double to, int steps) {
    List<Band> band = new ArrayList<>();
    for (int step = 0; step <= steps; step++) {
      double documents = from * Math.pow(to / from, (double) step / steps);
      Interval accuracy = accuracy(documents);
      band.add(new Band(documents, accuracy.value(), accuracy.low(), accuracy.high()));
    }
    return band;
  }

  /** A place of the band: documents, and the accuracy with its interval. */
  record Band(double documents, double value, double low, double high) {}
}
