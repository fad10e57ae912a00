/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.docket.LstmDocumentCategorizer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * How long a fresh JVM takes to load a model and to answer once, without JMH, whose own classes are
 * in its JVMs and warm them up. Docket and another build of it in turns.
 */
@Command(name = "loading", mixinStandardHelpOptions = true)
final class MeasureLoading implements Callable<Integer> {

  private static final double MILLION = 1e6;
  private static final List<String> FIGURES =
      List.of("load", "first answer", "processor time of the thread", "whole process");

  @Spec private CommandSpec spec;

  @Option(names = "--model", defaultValue = "models/complaints-en.bin")
  private Path model;

  @Option(names = "--rounds", defaultValue = "9")
  private int rounds;

  @Option(names = "--against", description = "Classes of another build: a folder or a jar.")
  private List<Path> against = List.of();

  @Option(
      names = "--plain",
      description = "Without the Vector API; its classes take most of the time of a first answer.")
  private boolean plain;

  public static void main(String[] args) {
    System.exit(new CommandLine(new MeasureLoading()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1) {
      throw wrong("--rounds must be at least 1, but is " + rounds);
    }
    if (!Files.isRegularFile(model)) {
      throw wrong("the model file " + model + " does not exist");
    }
    String own = System.getProperty("java.class.path");
    Map<String, String> builds = new LinkedHashMap<>();
    builds.put("this build", own);
    against.forEach(classes -> builds.put(classes.toString(), classes + File.pathSeparator + own));
    Map<String, List<double[]>> figures = new LinkedHashMap<>();
    for (Path classes : against) {
      if (!Files.exists(classes)) {
        throw wrong("there are no classes at " + classes);
      }
    }
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, String> build : builds.entrySet()) {
        figures
            .computeIfAbsent(build.getKey(), name -> new ArrayList<>())
            .add(figures(build.getKey(), build.getValue()));
      }
    }
    figures.forEach(MeasureLoading::print);
    return 0;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Those of a JVM of its own, in milliseconds. */
  private double[] figures(String build, String classPath)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
    if (!plain) {
      command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    }
    command.addAll(List.of("-cp", classPath, Fresh.class.getName(), model.toString()));
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (process.waitFor() != 0) {
      throw wrong(model + " cannot be loaded by " + build + ":\n" + String.join("\n", lines));
    }
    String answer = lines.get(lines.size() - 1); // behind Java's warning of incubator modules
    double whole = (System.nanoTime() - start) / MILLION;
    double[] inside = Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new double[] {inside[0], inside[1], inside[2], whole};
  }

  private static void print(String build, List<double[]> rounds) {
    System.out.println(build);
    for (int i = 0; i < FIGURES.size(); i++) {
      int figure = i;
      double[] sorted = rounds.stream().mapToDouble(round -> round[figure]).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "  %-28s %4.0f ms in the median, %4.0f to %4.0f%n",
          FIGURES.get(figure),
          sorted[sorted.length / 2],
          sorted[0],
          sorted[sorted.length - 1]);
    }
  }

  /** What runs in the fresh JVM. */
  static final class Fresh {

    private Fresh() {}

    public static void main(String[] args) {
      long start = System.nanoTime();
      LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.load(Path.of(args[0]));
      long loaded = System.nanoTime();
      categorizer.categorize("They took my house although I had paid the mortgage.");
      long answered = System.nanoTime();
      long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      System.out.println(
          (loaded - start) / MILLION
              + " "
              + (answered - loaded) / MILLION
              + " "
              + processor / MILLION);
    }
  }
}
