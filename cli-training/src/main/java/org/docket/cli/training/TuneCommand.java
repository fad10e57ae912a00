/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.InputPaths;
import org.docket.cli.OutputMixin;
import org.docket.cli.OutputPath;
import org.docket.cli.training.search.Tuning;
import org.docket.cli.training.work.ReportFolder;
import org.docket.cli.training.work.Workplace;
import org.docket.error.DocketException;
import org.docket.kernel.Kernels;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.network.NativeLibraries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket tune --input FILE... --output PRESET}. */
@Command(
    name = "tune",
    headerHeading =
        "Example:%n"
            + "  ./docket tune --trials 2 --input conf/demo/complaints.csv \\%n"
            + "    --output best.properties%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Searches for a better preset around a given one.",
      "Learning rate, batch size, dropout, units, length of the texts and n-grams are drawn at"
          + " random; all trials begin, and the better part of them trains on. The best one becomes"
          + " a preset for train --config."
    })
public final class TuneCommand implements DocketCommand {

  private static final int FEWEST = 2;
  private static final int MOST = 1000;
  private static final int MOST_ETA = 4;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, JSON or OpenNLP's training format, also compressed.")
  private List<Path> input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "PRESET",
      description = "The properties file of the best preset.")
  private Path output;

  @Option(
      names = "--validation",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Documents that all trials are measured on (default: a part of the input).")
  private List<Path> validation = List.of();

  @Option(
      names = "--config",
      paramLabel = "PRESET",
      defaultValue = "default",
      completionCandidates = PresetNames.class,
      description = "What is searched around: default, seed, or a properties file.")
  private String config;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "12",
      description = "How many presets are tried, with the given one (default: ${DEFAULT-VALUE}).")
  private int trials;

  @Option(
      names = "--eta",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "One of so many trials trains on after a quarter of the epochs and after half of them, or"
              + " the like; 2 to 4 (default: ${DEFAULT-VALUE}).")
  private int eta;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the trials that are drawn (default: the preset's).")
  private Long seed;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write all trials into this folder, as a page, CSV and JSON.")
  private Path report;

  @Option(
      names = "--resume",
      description = "Go on from PRESET.trials, which an interrupted search left.")
  private boolean resume;

  @Mixin private OutputMixin result;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    Kernels.best(); // complains of a wrong system property, before the corpus is read
    TrainingConfig preset = TrainingConfig.load(config);
    requireRange("--trials", trials, FEWEST, MOST);
    requireRange("--eta", eta, FEWEST, MOST_ETA);
    NativeLibraries.requireFolder();
    InputPaths.require("--input", input);
    InputPaths.require("--validation", validation);
    corpus
        .requireOther(new OutputPath("--output", output))
        .requireNot("--input", input)
        .requireNot("--validation", validation)
        .requirePresetIfAny();
    requireOtherPreset();
    if (report != null) {
      OutputPath.requireFolder("--report", report);
    }
    Optional<ReportFolder> reportFolder = Optional.ofNullable(report).map(ReportFolder::new);
    PrintWriter out = result.json() ? result.talk() : result.out();
    Tuning.Settings settings =
        new Tuning.Settings(trials, eta, seed == null ? preset.optimization().seed() : seed);
    try (Workplace place = Workplace.open(Optional.of(output))) {
      Tuning tuning = new Tuning(preset, settings, place, out);
      if (resume && !Files.exists(tuning.notes())) {
        String missing = "there is no " + tuning.notes() + " to resume from";
        result.remarks().warn(missing + ": starting at the beginning");
      }
      TrainingFiles files = new TrainingFiles(corpus.labelled(), place.folder());
      try (AnalysedCorpus texts = files.analyse(input, validation, tuning.longest())) {
        files.remarks().forEach(result.talk()::println);
        Map<String, Object> data = tuning.run(texts, files.files(), resume, output, reportFolder);
        if (result.json()) {
          result.print(data);
        }
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  private void requireOtherPreset() throws IOException {
    if (Files.exists(output)
        && Files.exists(Path.of(config))
        && Files.isSameFile(output, Path.of(config))) {
      throw new DocketException(
          "--output is the preset that is searched around: name another file");
    }
  }

  private static void requireRange(String option, int value, int low, int high) {
    if (value < low || value > high) {
      throw new DocketException(
          option + " must be from " + low + " to " + high + ", but is " + value);
    }
  }
}
