/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.InputPaths;
import org.docket.cli.OutputMixin;
import org.docket.cli.OutputPath;
import org.docket.cli.terminal.Bars;
import org.docket.cli.training.folds.CrossValidation;
import org.docket.cli.training.reviewed.ReviewedMixin;
import org.docket.cli.training.reviewed.Reviews;
import org.docket.cli.training.work.ReportFolder;
import org.docket.cli.training.work.Workplace;
import org.docket.corpus.Histogram;
import org.docket.kernel.Kernels;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.TrainingData;
import org.docket.training.network.NativeLibraries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docket train --input FILE... --output MODEL}. */
@Command(
    name = "train",
    headerHeading =
        "Example:%n" + "  ./docket train --input conf/demo/complaints.csv --output try.bin%n%n",
    mixinStandardHelpOptions = true,
    description = "Trains a model on labelled documents.",
    footer = {
      "",
      "Ctrl-C finishes the epoch in hand and writes the best model so far, with exit code"
          + " 130: --resume goes on. A second one ends at once, as SIGTERM does; the last"
          + " epoch is kept for --resume."
    })
public final class TrainCommand implements DocketCommand {

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, JSON or OpenNLP's training format, also compressed.")
  private List<Path> input;

  @Option(
      names = "--output",
      paramLabel = "MODEL",
      description = "The model file; needed, unless something is only measured.")
  private Path output;

  @Option(
      names = "--validation",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Documents that choose the best epoch (default: a part of the input).")
  private List<Path> validation = List.of();

  @Option(
      names = "--config",
      paramLabel = "PRESET",
      defaultValue = "default",
      completionCandidates = PresetNames.class,
      description = "default, seed, or a properties file such as conf/training has.")
  private String config;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write index.html, its figures as JSON and CSV, and charts, into this folder: also"
              + " predictions.csv, and label-errors.csv with texts, of the validation part.")
  private Path report;

  @Option(
      names = "--resume",
      description = "Go on from MODEL.checkpoint, which an interrupted training left.")
  private boolean resume;

  @Mixin private TensorBoardMixin tensorBoard;

  @Mixin private MeasureMixin measures;

  @Mixin private ReviewedMixin reviewed;

  @Mixin private SoftLabelMixin softLabels;

  @Mixin private OutputMixin result;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    Kernels.best(); // complains of a wrong system property, before the corpus is read
    TrainingConfig preset = TrainingConfig.load(config);
    requireOutput();
    softLabels.check(reviewed.given());
    reviewed.check();
    tensorBoard.check(output);
    measures.check(softLabels, resume, output != null || report != null);
    NativeLibraries.requireFolder();
    requireFiles();
    boolean whole;
    Reviews reviews = new Reviews(corpus.labelled(), reviewed, softLabels.givenIdColumn());
    try (TrainingReport folder =
        report == null
            ? null
            : new TrainingReport(report, corpus.labelled(), input, validation, reviews)) {
      Optional<TrainingReport> reported = Optional.ofNullable(folder);
      whole =
          measures.wanted() ? measure(preset, reviews, reported) : train(preset, reviews, reported);
    }
    result.out().flush();
    return whole ? ExitCode.DONE : ExitCode.INTERRUPTED;
  }

  private void requireOutput() {
    if (output == null && !measures.wanted()) {
      throw new ParameterException(spec.commandLine(), "train needs --output MODEL");
    }
  }

  private void requireFiles() {
    InputPaths.require("--input", input);
    InputPaths.require("--validation", validation);
    InputPaths.require("--reviewed", reviewed.files());
    if (report != null) {
      OutputPath.requireFolder("--report", report);
    }
    if (output == null) {
      return;
    }
    corpus
        .requireOther(new OutputPath("--output", output))
        .requireNot("--input", input)
        .requireNot("--validation", validation)
        .requireNot("--reviewed", reviewed.files())
        .requireNot("--config", List.of(Path.of(config)))
        .requireNot("--soft-labels", softLabels.softLabels().stream().toList())
        .requireNot("--unlabelled", softLabels.unlabelled())
        .requireModelIfAny();
  }

  /** Returns whether all epochs were trained that were to be. */
  private boolean train(TrainingConfig preset, Reviews reviews, Optional<TrainingReport> reported)
      throws IOException {
    ModelTraining model =
        training(preset, output.resolveSibling(output.getFileName() + ".checkpoint"));
    Optional<Lessons> lessons =
        softLabels.teacher()
            ? Optional.of(new Lessons(output, resume, preset.optimization()))
            : Optional.empty();
    TrainingFiles files =
        new TrainingFiles(
            corpus.labelled(), softLabels, reviews, lessons, output.toAbsolutePath().getParent());
    TrainingData data = files.read(input, validation, preset);
    try (EncodedCorpus encoded = data.corpus()) {
      tell(files, encoded);
      TrainingResult training = model.train(data);
      model.finish(data, training, files.counts().leftOut(), reported);
      if (lessons.isPresent() && !model.stopped()) {
        Files.deleteIfExists(lessons.get().cache());
      }
      if (result.json()) {
        result.print(model.facts(data, training, reportFolder()));
      }
    }
    return !model.stopped();
  }

  /** As {@link #train}, after or beside what is measured. */
  private boolean measure(TrainingConfig preset, Reviews reviews, Optional<TrainingReport> reported)
      throws IOException {
    try (Workplace place = Workplace.open(Optional.ofNullable(output).or(this::reportFolder))) {
      TrainingFiles files = new TrainingFiles(corpus.labelled(), reviews, place.folder());
      try (AnalysedCorpus texts = files.analyse(input, validation, preset)) {
        measures.requireUntaught(texts.isTaught());
        TrainingData data = files.data(texts, preset);
        tell(files, data.corpus());
        PrintWriter out = result.json() ? result.talk() : result.out();
        Measuring measuring =
            new Measuring(
                texts, preset, files.files(), place, reportFolder().map(ReportFolder::new), out);
        Path checkpoint = place.file("checkpoint");
        boolean whole = measure(measuring, files, data, training(preset, checkpoint), reported);
        if (whole) {
          Files.deleteIfExists(checkpoint);
        }
        return whole;
      }
    }
  }

  private boolean measure(
      Measuring measuring,
      TrainingFiles files,
      TrainingData data,
      ModelTraining model,
      Optional<TrainingReport> reported)
      throws IOException {
    Optional<CrossValidation> folds =
        measures.folds().isPresent()
            ? Optional.of(measuring.folds(measures.folds().get(), resume))
            : Optional.empty();
    Optional<TrainingResult> training =
        measures.learningCurve()
            ? Optional.of(measuring.curve(data, () -> model.train(data)))
            : Optional.ofNullable(output).map(file -> model.train(data));
    if (output != null) {
      model.finish(data, training.orElseThrow(), files.counts().leftOut(), reported);
    }
    if (model.stopped() && measures.learningCurve()) {
      result.remarks().warn("the last point of the curve is of a training that was ended early");
    }
    if (folds.isPresent() && !model.stopped()) {
      folds.get().finish();
    }
    if (result.json()) {
      Map<String, Object> all = new LinkedHashMap<>(measuring.data());
      if (output != null) {
        all.put("training", model.facts(data, training.orElseThrow(), reportFolder()));
      }
      result.print(all);
    }
    return !model.stopped();
  }

  private ModelTraining training(TrainingConfig preset, Path checkpoint) {
    return new ModelTraining(
        new ModelTraining.Plan(output, preset, checkpoint, resume), result, tensorBoard);
  }

  private Optional<Path> reportFolder() {
    return Optional.ofNullable(report);
  }

  /** What was found out about the files, and the histogram. */
  private void tell(TrainingFiles files, EncodedCorpus encoded) {
    PrintWriter talk = result.talk();
    files.remarks().forEach(talk::println);
    Histogram histogram = new Histogram();
    encoded.documents().forEach(histogram::add);
    Bars.on(result.talkTerminal()).lines(histogram.largestFirst()).forEach(talk::println);
    talk.println();
    talk.flush();
  }
}
