/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import org.docket.DocketException;
import org.docket.cli.CorpusMixin;
import org.docket.cli.benchmark.BenchmarkCommand;
import org.docket.cli.benchmark.BenchmarkResult;
import org.docket.cli.benchmark.BenchmarkSettings;
import org.docket.cli.benchmark.RandomNetwork;
import org.docket.cli.benchmark.Throughput;
import org.docket.model.NetworkShape;
import org.docket.training.EncodedCorpus;
import org.docket.training.Layers;
import org.docket.training.TrainingBenchmark;
import org.docket.training.TrainingConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket benchmark}, which can also train. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description = "Measures documents per second on a network of random weights.")
public final class TrainingBenchmarkCommand extends BenchmarkCommand {

  private static final int BATCHES = 8;
  private static final double NANOS_PER_SECOND = 1e9;

  @Option(
      names = "--layers",
      paramLabel = "LAYERS",
      defaultValue = "fast",
      description = "With --train: fast or stock, Deeplearning4j's (default: ${DEFAULT-VALUE}).")
  private Layers layers;

  @Option(
      names = "--input",
      arity = "1..*",
      paramLabel = "FILE",
      description = "With --train: one epoch on these documents, as --config says.")
  private List<Path> input = List.of();

  @Option(
      names = "--config",
      paramLabel = "PRESET",
      defaultValue = "default",
      description = "With --input: default, seed, or a properties file.")
  private String config;

  @Option(
      names = "--write-batches",
      paramLabel = "FILE",
      description =
          "With --input: write the batches as ids, for other engines, in place of it all.")
  private Path batches;

  @Mixin private CorpusMixin corpus;

  @Override
  protected BenchmarkResult train(NetworkShape shape, BenchmarkSettings wanted)
      throws InterruptedException {
    TrainingBenchmark.useThreads(wanted.threads());
    if (!input.isEmpty()) {
      return epoch(wanted);
    }
    int[][][] documents = new int[BATCHES][][];
    for (int i = 0; i < BATCHES; i++) {
      documents[i] = RandomNetwork.documents(wanted.batch(), wanted.length(), SEED + i);
    }
    IntConsumer steps = TrainingBenchmark.steps(shape, documents, layers);
    Throughput throughput = Throughput.measure(List.of(steps::accept), wanted.time());
    return BenchmarkResult.of(throughput, wanted, TrainingBenchmark.kernel());
  }

  /** All of an epoch, its first steps included, in which the JIT compiler is at work. */
  private BenchmarkResult epoch(BenchmarkSettings wanted) {
    TrainingConfig preset = TrainingConfig.load(config);
    TrainingFiles files = new TrainingFiles(corpus.labelled(), Path.of("").toAbsolutePath());
    try (EncodedCorpus encoded = files.read(input, input, preset).corpus()) {
      if (batches != null) {
        TrainingBenchmark.writeBatches(encoded, preset, batches);
      }
      List<Long> times = new ArrayList<>();
      int[] documents = {0};
      long start = System.nanoTime();
      TrainingBenchmark.epoch(
          encoded,
          preset,
          count -> {
            documents[0] += count;
            times.add(System.nanoTime());
          });
      return result(documents[0], start, times, preset, wanted);
    } catch (IOException e) {
      throw new DocketException(batches + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static BenchmarkResult result(
      int documents, long start, List<Long> ends, TrainingConfig preset, BenchmarkSettings wanted) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      times.add(ends.get(i) - (i == 0 ? start : ends.get(i - 1)));
    }
    double seconds = (ends.get(ends.size() - 1) - start) / NANOS_PER_SECOND;
    Collections.sort(times);
    return new BenchmarkResult(
        documents / seconds,
        times.get(times.size() / 2) / 1e6,
        wanted.threads(),
        preset.optimization().batchSize(),
        0,
        TrainingBenchmark.kernel());
  }
}
