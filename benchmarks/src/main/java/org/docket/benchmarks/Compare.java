/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs Docket and its peers in turns, some rounds long, and prints the ratios. Engines that are
 * measured minutes apart on a shared machine cannot be compared; in turns they can.
 */
@Command(name = "compare", mixinStandardHelpOptions = true)
final class Compare implements Callable<Integer> {

  @Parameters(paramLabel = "network|text", description = "What to compare.")
  private String suite;

  @Option(names = "--rounds", defaultValue = "5", description = "Rounds to add; 0 to print only.")
  private int rounds;

  @Option(names = "--results", required = true, description = "File that keeps the scores.")
  private Path results;

  @Option(names = "-p", paramLabel = "NAME=VALUE", description = "A parameter of the benchmarks.")
  private Map<String, String> parameters = new TreeMap<>();

  public static void main(String[] args) {
    System.exit(new CommandLine(new Compare()).execute(args));
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    Suite chosen = suite.equals("text") ? Suite.text() : Suite.network();
    Scores scores = new Scores(results);
    int done = scores.rounds(List.of()).size();
    for (int round = done + 1; round <= done + rounds; round++) {
      for (Case each : chosen.cases()) {
        double score = score(each);
        System.err.printf(Locale.ROOT, "round %d: %,10.0f  %s%n", round, score, each.name());
        scores.add(round, each.name(), score);
      }
    }
    List<Map<String, Double>> finished =
        scores.rounds(chosen.cases().stream().map(Case::name).toList());
    if (finished.isEmpty()) {
      System.err.println("there is no finished round in " + results);
      return 1;
    }
    new RatioTable(chosen, finished).print(System.out);
    return 0;
  }

  private double score(Case each) throws RunnerException {
    return new Runner(each.options(parameters)).runSingle().getPrimaryResult().getScore();
  }
}
