/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

/**
 * What {@code docket benchmark} found; the names are those of {@code --json}.
 *
 * @param docsPerSecond documents per second, of all threads together
 * @param medianMillisPerBatch what one call takes
 * @param threads that worked at once
 * @param batch documents in a call
 * @param length tokens in a document; their mean where documents differ
 * @param kernel which code did it
 */
public record BenchmarkResult(
    double docsPerSecond,
    double medianMillisPerBatch,
    int threads,
    int batch,
    int length,
    String kernel) {

  /** Of what was measured under some settings. */
  public static BenchmarkResult of(
      Throughput throughput, BenchmarkSettings settings, String kernel) {
    return new BenchmarkResult(
        throughput.batchesPerSecond() * settings.batch(),
        throughput.medianMillis(),
        settings.threads(),
        settings.batch(),
        settings.length(),
        kernel);
  }
}
