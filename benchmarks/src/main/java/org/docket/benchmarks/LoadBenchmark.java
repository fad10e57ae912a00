/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.docket.LstmDocumentCategorizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Loading a model in a fresh JVM, the loading of the classes included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 10,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LoadBenchmark {

  /** A model of Docket. */
  @Param("models/complaints-en.bin")
  public String model;

  /** File to categorizer. */
  @Benchmark
  public LstmDocumentCategorizer load() {
    return LstmDocumentCategorizer.load(Path.of(model));
  }

  /** File to first answer. */
  @Benchmark
  public Object loadAndCategorize() {
    return LstmDocumentCategorizer.load(Path.of(model)).categorize("They added a late fee.");
  }
}
