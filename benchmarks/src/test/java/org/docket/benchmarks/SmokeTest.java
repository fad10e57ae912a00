/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;

/** Every benchmark that needs no peer runs; how fast is not asked here. */
class SmokeTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void everyBenchmarkRuns() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("org\\.docket\\.benchmarks\\.(Network|Text|Maxent|Load)Benchmark\\.")
            .param("csv", ROOT.resolve("conf/demo/complaints.csv").toString())
            .param("model", ROOT.resolve("models/complaints-en.bin").toString())
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    assertThat(results).hasSize(4 + 4 + 2 + 2);
    assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
  }

  @Test
  void loadingInFreshJvmsIsMeasured() {
    CommandLine loading = new CommandLine(new MeasureLoading());
    String model = ROOT.resolve("models/complaints-en.bin").toString();
    assertThat(loading.execute("--plain", "--rounds", "1", "--model", model)).isZero();
    assertThat(loading.execute("--rounds", "0", "--model", model)).isEqualTo(2);
    assertThat(loading.execute("--model", "nowhere.bin")).isEqualTo(2);
  }
}
