/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.function.IntToDoubleFunction;
import org.docket.cli.ExitCode;
import org.docket.cli.benchmark.BenchmarkCommand;
import org.docket.cli.benchmark.BenchmarkResult;
import org.docket.cli.benchmark.BenchmarkSettings;
import org.docket.cli.benchmark.Throughput;
import org.docket.cli.timing.Laps;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;
import org.docket.model.NetworkShape;
import org.docket.training.benchmark.TrainingBenchmark;
import org.docket.training.config.Layers;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.network.Nd4jSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docket benchmark}, which can also train. */
@Command(
    name = "benchmark",
    headerHeading =
        "Example:%n"
            + "  ./docket benchmark --model models/complaints-en.bin --seconds 1 \\%n"
            + "    --input conf/demo/complaints.csv%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Measures documents per second: on a network of random weights, or from text to category of a"
          + " model (--model) on texts (--input)."
    })
public final class TrainingBenchmarkCommand extends BenchmarkCommand {

  private static final int BATCHES = 8;

  /**
   * Options that have no effect without --train; without --input; with it; with --write-batches.
   */
  private static final List<String> TRAINING =
      List.of("--layers", "--config", "--epochs", "--write-batches");

  private static final List<String> OF_INPUT = List.of("--config", "--epochs", "--write-batches");

  private static final List<String> RANDOM =
      List.of("--layers", "--length", "--units", "--batch", "--seconds");

  private static final List<String> MEASURING = List.of("--epochs", "--threads", "--json");

  @Option(
      names = "--layers",
      paramLabel = "LAYERS",
      defaultValue = "fast",
      description =
          "With --train: fast or stock, Deeplearning4j's (default: ${DEFAULT-VALUE}); with --input"
              + " the preset says which.")
  private Layers layers;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "With --train --input: how many, of which the last is measured; Java is slow in the first"
              + " seconds of the first one (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--config",
      paramLabel = "PRESET",
      defaultValue = "default",
      completionCandidates = PresetNames.class,
      description = "With --train --input: default, seed, or a properties file.")
  private String config;

  @Option(
      names = "--write-batches",
      paramLabel = "FILE",
      description =
          "With --train --input: measure nothing, but write the batches of an epoch as ids, for other"
              + " engines.")
  private Path batches;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (batches == null) {
      return super.call();
    }
    requireEffect();
    writeBatches();
    return ExitCode.DONE;
  }

  @Override
  protected void requireEffect() {
    super.requireEffect();
    if (epochs < 1) {
      throw new ParameterException(spec.commandLine(), "--epochs must be at least 1");
    }
    if (!spec.commandLine().getParseResult().hasMatchedOption("--train")) {
      refuse(TRAINING, "needs --train");
    } else if (input().isEmpty()) {
      refuse(OF_INPUT, "needs --input");
    } else {
      refuse(RANDOM, "does not go with --input: the documents and --config say it");
    }
    if (batches != null) {
      refuse(MEASURING, "does not go with --write-batches, which measures nothing");
    }
  }

  @Override
  protected BenchmarkResult train(NetworkShape shape, BenchmarkSettings wanted)
      throws InterruptedException {
    TrainingBenchmark.useThreads(wanted.threads());
    Nd4jSettings before = Nd4jSettings.forTraining();
    try {
      return input().isEmpty() ? steps(shape, wanted) : epochs(wanted);
    } finally {
      before.restore();
    }
  }

  private BenchmarkResult steps(NetworkShape shape, BenchmarkSettings wanted)
      throws InterruptedException {
    int[][][] documents = new int[BATCHES][][];
    for (int i = 0; i < BATCHES; i++) {
      documents[i] = wanted.documents(SEED + i);
    }
    IntToDoubleFunction steps = TrainingBenchmark.steps(shape, documents, layers);
    Throughput throughput = Throughput.measure(List.of(steps::applyAsDouble), wanted.time());
    String kernel = layers == Layers.STOCK ? "Deeplearning4j's" : TrainingBenchmark.kernel();
    return BenchmarkResult.of(throughput, wanted, kernel);
  }

  /** All steps of the last epoch: if it is the only one, the JIT compiler is at work in it. */
  private BenchmarkResult epochs(BenchmarkSettings wanted) {
    TrainingConfig preset = TrainingConfig.load(config);
    try (EncodedCorpus encoded = read(preset)) {
      PrimitiveIterator.OfInt steps = TrainingBenchmark.epochs(encoded, preset, epochs);
      int before = (epochs - 1) * TrainingBenchmark.stepsPerEpoch(encoded, preset);
      for (int step = 0; step < before; step++) {
        steps.nextInt();
      }
      Laps laps = new Laps();
      int documents = 0;
      while (steps.hasNext()) {
        documents += steps.nextInt();
        laps.end();
      }
      return new BenchmarkResult(
          documents / laps.seconds(),
          laps.medianMillis(),
          wanted.threads(),
          preset.optimization().batchSize(),
          (int) Math.round(TrainingBenchmark.meanLength(encoded)),
          TrainingBenchmark.kernel());
    }
  }

  private void writeBatches() {
    TrainingConfig preset = TrainingConfig.load(config);
    WholeFile.requireWritable(batches);
    try (EncodedCorpus encoded = read(preset)) {
      WholeFile.write(batches, part -> TrainingBenchmark.writeBatches(encoded, preset, part));
    } catch (IOException e) {
      throw new DocketException(batches + " cannot be written: " + e.getMessage(), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("batches: " + batches);
    out.flush();
  }

  private EncodedCorpus read(TrainingConfig preset) {
    TrainingFiles files =
        new TrainingFiles(corpus().labelled(), Path.of("").toAbsolutePath()).unmeasured();
    return files.read(input(), input(), preset).corpus();
  }
}
