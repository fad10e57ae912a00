/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One way to run one benchmark.
 *
 * @param name for people
 * @param benchmark class and method, without the package
 * @param threads that call it
 * @param parameters of the benchmark
 * @param jvmArguments in place of the benchmark's own; none to keep those
 */
record Case(
    String name,
    String benchmark,
    int threads,
    Map<String, String> parameters,
    List<String> jvmArguments) {

  static Case of(String name, String benchmark, int threads) {
    return new Case(name, benchmark, threads, Map.of(), List.of());
  }

  Case with(String parameter, String value) {
    return new Case(name, benchmark, threads, Map.of(parameter, value), jvmArguments);
  }

  Case withJvmArguments(String... arguments) {
    return new Case(name, benchmark, threads, parameters, List.of(arguments));
  }

  /**
   * What JMH needs to know.
   *
   * @param common parameters of all cases; those that a benchmark does not have do no harm
   */
  Options options(Map<String, String> common) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + getClass().getPackageName() + "." + benchmark + "$")
            .threads(threads)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    common.forEach(options::param);
    parameters.forEach(options::param);
    if (!jvmArguments.isEmpty()) {
      options.jvmArgsAppend(jvmArguments.toArray(String[]::new));
    }
    return options.build();
  }
}
