/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.docket.TextCategorizer;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.ModelPath;
import org.docket.cli.OutputMixin;
import org.docket.error.DocketException;
import org.docket.inference.LstmNetwork;
import org.docket.kernel.Kernel;
import org.docket.kernel.Kernels;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * {@code docket benchmark}. Where docket-cli-training is on the class path, its subclass takes this
 * one's place and knows how to train.
 */
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
public class BenchmarkCommand implements DocketCommand {

  /** Weights and documents are made of it. */
  protected static final long SEED = 42;

  /** So many that no engine profits from having seen a document just before. */
  private static final int DOCUMENTS = 256;

  /** Options that are of a network of random weights; that are of labels. */
  private static final List<String> RANDOM = List.of("--length", "--units");

  private static final List<String> LABELS =
      List.of("--label-column", "--label-map", "--merge-labels");

  @Spec private CommandSpec spec;

  @Mixin private BenchmarkSettings settings;

  @Option(
      names = "--model",
      description = "Measure this model, from text to category; any OpenNLP doccat model.")
  private Path model;

  @Option(
      names = "--input",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "With --model: on the texts of these files, held in memory. With --train: train on these"
              + " documents, network and batches as --config says.")
  private List<Path> input = List.of();

  @Mixin private CorpusMixin corpus;

  @Option(names = "--train", description = "Measure training in place of categorizing.")
  private boolean train;

  @Mixin private OutputMixin output;

  @Override
  public Integer call() throws InterruptedException {
    requireEffect();
    BenchmarkResult result = result();
    if (output.json()) {
      output.print(result);
    } else {
      print(result, output.out());
    }
    output.out().flush();
    return ExitCode.DONE;
  }

  /** The files to measure on; none if random documents are wanted. */
  protected final List<Path> input() {
    return input;
  }

  /** How to read them. */
  protected final CorpusMixin corpus() {
    return corpus;
  }

  /** Says which option would change nothing, rather than measure something else. */
  protected void requireEffect() {
    if (train) {
      refuse(List.of("--model"), "does not go with --train, which makes a network of its own");
    } else if (model == null) {
      refuse(List.of("--input"), "needs --train or --model");
    } else if (input.isEmpty()) {
      refuse(List.of("--model"), "needs --input: the texts to measure it on");
    } else {
      refuse(RANDOM, "does not go with --model: the model and the documents say it");
      refuse(LABELS, "does not go with --model, which needs no labels");
    }
    if (input.isEmpty()) {
      refuse(corpusOptions(), "needs --input");
    }
  }

  /**
   * Refuses options.
   *
   * @throws ParameterException if one of them was given
   */
  protected final void refuse(List<String> options, String reason) {
    ParseResult given = spec.commandLine().getParseResult();
    for (String option : options) {
      if (given.hasMatchedOption(option)) {
        throw new ParameterException(spec.commandLine(), option + " " + reason);
      }
    }
  }

  private List<String> corpusOptions() {
    return spec.mixins().get("corpus").options().stream().map(OptionSpec::longestName).toList();
  }

  private BenchmarkResult result() throws InterruptedException {
    if (model == null) {
      NetworkShape shape = settings.shape();
      return train ? train(shape, settings) : categorize(shape, settings);
    }
    settings.requireRanges();
    TextCategorizer categorizer = ModelPath.load(model);
    HeldTexts held = HeldTexts.inHeap();
    List<String> texts = held.read(input, corpus.texts());
    held.remark().ifPresent(output.remarks()::warn);
    return new ModelBenchmark(categorizer, texts, settings).measure();
  }

  /**
   * Measures training.
   *
   * @throws DocketException here, where nothing can be trained
   */
  protected BenchmarkResult train(NetworkShape shape, BenchmarkSettings wanted)
      throws InterruptedException {
    throw new DocketException(
        "training needs docket-cli-training on the class path; start it as ./docket benchmark"
            + " --train");
  }

  private static BenchmarkResult categorize(NetworkShape shape, BenchmarkSettings wanted)
      throws InterruptedException {
    Kernel kernel = Kernels.best();
    LstmNetwork network = new LstmNetwork(NetworkWeights.random(shape, SEED), kernel);
    List<IntConsumer> work = new ArrayList<>();
    for (int thread = 0; thread < wanted.threads(); thread++) {
      work.add(work(network, wanted, SEED + thread));
    }
    return BenchmarkResult.of(Throughput.measure(work, wanted.time()), wanted, kernel.name());
  }

  private static IntConsumer work(LstmNetwork network, BenchmarkSettings wanted, long seed) {
    int batches = Math.max(1, DOCUMENTS / wanted.batch());
    int[][][] documents = new int[batches][][];
    for (int i = 0; i < batches; i++) {
      documents[i] = wanted.documents(seed * batches + i);
    }
    if (wanted.batch() == 1) {
      return number -> network.logits(documents[number % batches][0]);
    }
    return number -> network.logits(documents[number % batches]);
  }

  private static void print(BenchmarkResult result, PrintWriter out) {
    out.printf(Locale.ROOT, "%,.0f documents per second%n", result.docsPerSecond());
    out.printf(
        Locale.ROOT,
        "%.3f ms per batch (median); batch %d, %d %s, %d tokens in a document, kernel %s%n",
        result.medianMillisPerBatch(),
        result.batch(),
        result.threads(),
        result.threads() == 1 ? "thread" : "threads",
        result.length(),
        result.kernel());
  }
}
