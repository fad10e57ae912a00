/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.Json;
import org.docket.error.DocketException;
import org.docket.inference.LstmNetwork;
import org.docket.kernel.Kernel;
import org.docket.kernel.Kernels;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code docket benchmark}. Where docket-cli-training is on the class path, its subclass takes this
 * one's place and knows how to train.
 */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description = "Measures documents per second on a network of random weights.")
public class BenchmarkCommand implements DocketCommand {

  /** Weights and documents are made of it. */
  protected static final long SEED = 42;

  /** So many that no engine profits from having seen a document just before. */
  private static final int DOCUMENTS = 256;

  @Spec private CommandSpec spec;

  @Mixin private BenchmarkSettings settings;

  @Option(names = "--train", description = "Measure training in place of categorizing.")
  private boolean train;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    NetworkShape shape = settings.shape();
    BenchmarkResult result = train ? train(shape, settings) : categorize(shape, settings);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(result));
    } else {
      print(result, out);
    }
    out.flush();
    return ExitCode.DONE;
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
