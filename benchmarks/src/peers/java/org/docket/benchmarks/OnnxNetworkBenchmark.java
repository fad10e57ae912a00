/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import ai.onnxruntime.OrtException;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * ONNX Runtime on the network, the weights and the documents of {@link NetworkBenchmark}. Its
 * inputs are tensors outside of the heap already, which is kinder to it than an application could
 * be; and if the network has n-grams, so are their logits, which Docket computes and it does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 1)
public class OnnxNetworkBenchmark {

  /** What {@code peers/onnx_network.py} made. */
  @Param("benchmarks/target/seed.onnx")
  public String network;

  /** What it was made of: {@value MeasuredNetwork#SEED} or a model file. */
  @Param(MeasuredNetwork.SEED)
  public String weights;

  /** Threads that work on one call together. */
  @Param("1")
  public int intraOp;

  private OnnxNetwork onnx;
  private OnnxBatches ones;
  private OnnxBatches batchesOf32;
  private OnnxBatches batchesOf128;

  /** Opens a session, and sees to it that both engines agree. */
  @Setup
  public void open() throws OrtException {
    onnx = new OnnxNetwork(network, intraOp);
    MeasuredNetwork measured = MeasuredNetwork.of(weights);
    ones = onnx.batches(measured, 1);
    batchesOf32 = onnx.batches(measured, 32);
    batchesOf128 = onnx.batches(measured, 128);
    Agreement.require(measured.weights(), measured.documents(), onnx.logits(batchesOf128));
  }

  /** Frees what is outside of the heap. */
  @TearDown
  public void close() throws OrtException {
    ones.close();
    batchesOf32.close();
    batchesOf128.close();
    onnx.close();
  }

  /** One document at a time. */
  @Benchmark
  public float[][] one(Turn turn) throws OrtException {
    return onnx.run(ones.get(turn));
  }

  /** The same document always. */
  @Benchmark
  public float[][] fixed() throws OrtException {
    return onnx.run(ones.first());
  }

  /** Batches of 32. */
  @Benchmark
  @OperationsPerInvocation(32)
  public float[][] batch32(Turn turn) throws OrtException {
    return onnx.run(batchesOf32.get(turn));
  }

  /** Batches of 128. */
  @Benchmark
  @OperationsPerInvocation(128)
  public float[][] batch128(Turn turn) throws OrtException {
    return onnx.run(batchesOf128.get(turn));
  }
}
