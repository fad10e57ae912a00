/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A learning curve.
 *
 * @param categories by number
 * @param points small first; the last one is all documents
 * @param forecast absent if fewer than three sizes could be trained
 */
public record Curve(List<String> categories, List<CurvePoint> points, Optional<Forecast> forecast) {

  private static final int FEWEST_SIZES = 3;

  public Curve {
    categories = List.copyOf(categories);
    points = List.copyOf(points);
  }

  /**
   * Makes one of what was measured.
   *
   * @param gold the number of the category of each document of the validation part
   */
  static Curve of(List<String> categories, List<CurvePoint> points, int[] gold, long seed) {
    List<CurvePoint> there = points.stream().filter(CurvePoint::isThere).toList();
    long sizes = there.stream().mapToInt(CurvePoint::documents).distinct().count();
    return new Curve(
        categories,
        points,
        sizes < FEWEST_SIZES ? Optional.empty() : Optional.of(new Forecast(there, gold, seed)));
  }

  /** Points that could be trained. */
  List<CurvePoint> trained() {
    return points.stream().filter(CurvePoint::isThere).toList();
  }

  CurvePoint smallest() {
    return trained().get(0);
  }

  CurvePoint whole() {
    return points.get(points.size() - 1);
  }

  /** How many documents all are. */
  int documents() {
    return whole().documents();
  }

  /**
   * The categories by what the last step did for them, most first; as they are without forecast.
   */
  List<Integer> byGain() {
    return IntStream.range(0, categories.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                c -> forecast.map(f -> -f.categoryGain(c).value()).orElse(0.0)))
        .toList();
  }
}
