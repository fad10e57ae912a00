/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.util.concurrent.TimeUnit;
import org.docket.inference.LstmNetwork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ids to logits, in documents per second. Which kernel runs is told by {@code -jvmArgsAppend
 * -Ddocket.kernel=…}, how many threads by {@code -t}. With {@code -prof gc} it tells what a
 * document allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 1)
public class NetworkBenchmark {

  /** The network: {@value MeasuredNetwork#SEED} or a model file. */
  @Param(MeasuredNetwork.SEED)
  public String weights;

  private LstmNetwork network;
  private int[][] documents;
  private int[][][] batchesOf32;
  private int[][][] batchesOf128;

  /** Makes the network and the documents. */
  @Setup
  public void make() {
    MeasuredNetwork measured = MeasuredNetwork.of(weights);
    network = new LstmNetwork(measured.weights());
    documents = measured.documents();
    batchesOf32 = measured.batches(32);
    batchesOf128 = measured.batches(128);
  }

  /** One document at a time. */
  @Benchmark
  public float[] one(Turn turn) {
    return network.logits(documents[turn.next(documents.length)]);
  }

  /** The same document always, as a benchmark that is too kind would have it. */
  @Benchmark
  public float[] fixed() {
    return network.logits(documents[0]);
  }

  /** Batches of 32. */
  @Benchmark
  @OperationsPerInvocation(32)
  public float[][] batch32(Turn turn) {
    return network.logits(batchesOf32[turn.next(batchesOf32.length)]);
  }

  /** Batches of 128. */
  @Benchmark
  @OperationsPerInvocation(128)
  public float[][] batch128(Turn turn) {
    return network.logits(batchesOf128[turn.next(batchesOf128.length)]);
  }
}
