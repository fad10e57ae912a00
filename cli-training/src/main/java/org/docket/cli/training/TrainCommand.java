/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.InputPaths;
import org.docket.cli.OutputPath;
import org.docket.cli.evaluate.EvaluationText;
import org.docket.cli.training.folds.CrossValidation;
import org.docket.cli.training.work.ReportFolder;
import org.docket.cli.training.work.Workplace;
import org.docket.corpus.Histogram;
import org.docket.kernel.Kernels;
import org.docket.model.ModelFile;
import org.docket.training.Trainer;
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
    mixinStandardHelpOptions = true,
    description = "Trains a model on labelled documents.")
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
      description = "default, seed, or a properties file such as conf/training has.")
  private String config;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write index.html, charts, metrics.json, history.csv, and label-errors.csv with texts of"
              + " the validation part, into this folder.")
  private Path report;

  @Option(
      names = "--resume",
      description = "Go on from MODEL.checkpoint, which an interrupted training left.")
  private boolean resume;

  @Mixin private TensorBoardMixin tensorBoard;

  @Mixin private MeasureMixin measures;

  @Mixin private SoftLabelMixin softLabels;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    Kernels.best(); // complains of a wrong system property, before the corpus is read
    TrainingConfig preset = TrainingConfig.load(config);
    requireOutput();
    softLabels.check();
    tensorBoard.check(output);
    measures.check(softLabels, resume, output != null || report != null);
    NativeLibraries.requireFolder();
    requireFiles();
    Optional<TrainingReport> reportFolder =
        Optional.ofNullable(report)
            .map(folder -> new TrainingReport(folder, corpus.labelled(), input, validation));
    PrintWriter out = spec.commandLine().getOut();
    if (measures.wanted()) {
      measure(preset, reportFolder, out);
    } else {
      train(preset, reportFolder, out);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private void requireOutput() {
    if (output == null && !measures.wanted()) {
      throw new ParameterException(spec.commandLine(), "train needs --output MODEL");
    }
  }

  private void train(TrainingConfig preset, Optional<TrainingReport> reportFolder, PrintWriter out)
      throws IOException {
    Optional<Lessons> lessons =
        softLabels.teacher()
            ? Optional.of(new Lessons(output, resume, preset.optimization()))
            : Optional.empty();
    TrainingFiles files =
        new TrainingFiles(
            corpus.labelled(), softLabels, lessons, output.toAbsolutePath().getParent());
    Path checkpoint = output.resolveSibling(output.getFileName() + ".checkpoint");
    TrainingData data = files.read(input, validation, preset);
    try (EncodedCorpus encoded = data.corpus()) {
      files.remarks().forEach(out::println);
      printHistogram(encoded, out);
      TrainingResult result = train(data, preset, checkpoint, out);
      write(files, result, checkpoint, out);
      if (lessons.isPresent()) {
        Files.deleteIfExists(lessons.get().cache());
      }
      report(reportFolder, data, result, out);
    }
  }

  private void measure(
      TrainingConfig preset, Optional<TrainingReport> reportFolder, PrintWriter out)
      throws IOException {
    try (Workplace place = Workplace.open(Optional.ofNullable(output).or(this::reportFolder))) {
      TrainingFiles files = new TrainingFiles(corpus.labelled(), place.folder());
      try (AnalysedCorpus texts = files.analyse(input, validation, preset)) {
        measures.requireUntaught(texts.isTaught());
        TrainingData data = files.data(texts, preset);
        files.remarks().forEach(out::println);
        printHistogram(data.corpus(), out);
        Measuring measuring =
            new Measuring(
                texts, preset, files.files(), place, reportFolder().map(ReportFolder::new), out);
        Path checkpoint = place.file("checkpoint");
        Supplier<TrainingResult> training = () -> train(data, preset, checkpoint, out);
        Optional<CrossValidation> folds =
            measures.folds().isPresent()
                ? Optional.of(measuring.folds(measures.folds().get(), resume))
                : Optional.empty();
        Optional<TrainingResult> result =
            measures.learningCurve()
                ? Optional.of(measuring.curve(data, training))
                : Optional.ofNullable(output).map(model -> training.get());
        if (output != null) {
          write(files, result.orElseThrow(), checkpoint, out);
          report(reportFolder, data, result.orElseThrow(), out);
        }
        Files.deleteIfExists(checkpoint);
        if (folds.isPresent()) {
          folds.get().finish();
        }
      }
    }
  }

  private Optional<Path> reportFolder() {
    return Optional.ofNullable(report);
  }

  private void write(TrainingFiles files, TrainingResult result, Path checkpoint, PrintWriter out)
      throws IOException {
    ModelFile.write(result.model(), output);
    out.printf(Locale.ROOT, "%nbest epoch %d, on the validation part:%n", result.best().epoch());
    EvaluationText.print(result.evaluation(), files.counts().leftOut(), out);
    deleteCheckpoint(checkpoint, output);
    out.println("\nmodel: " + output);
    out.flush();
  }

  /** After the model, which is there whatever becomes of it. */
  private void report(
      Optional<TrainingReport> folder, TrainingData data, TrainingResult result, PrintWriter out)
      throws IOException {
    if (folder.isPresent()) {
      TrainingReport.Output to = new TrainingReport.Output(out, spec.commandLine().getErr());
      folder.get().write("Training of " + output.getFileName(), data, result, to);
    }
  }

  private void requireFiles() {
    InputPaths.require("--input", input);
    InputPaths.require("--validation", validation);
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
        .requireNot("--config", List.of(Path.of(config)))
        .requireNot("--soft-labels", softLabels.softLabels().stream().toList())
        .requireNot("--unlabelled", softLabels.unlabelled())
        .requireModelIfAny();
  }

  /** Not before the model has been read: whatever is wrong with it, the training is not lost. */
  static void deleteCheckpoint(Path checkpoint, Path model) throws IOException {
    ModelFile.read(model);
    Files.deleteIfExists(checkpoint);
  }

  private TrainingResult train(
      TrainingData data, TrainingConfig preset, Path checkpoint, PrintWriter out) {
    PrintWriter err = spec.commandLine().getErr();
    if (resume && !Files.exists(checkpoint)) {
      err.println(
          "docket: there is no " + checkpoint + " to resume from: starting at the beginning");
      err.flush();
    }
    try (EpochLines lines = new EpochLines(out, preset.optimization().epochs());
        TensorBoardRun board = tensorBoard.start(output, data, preset, out, err)) {
      TrainingResult result = Trainer.train(data, preset, checkpoint, resume, board.before(lines));
      board.finish(result);
      return result;
    }
  }

  private static void printHistogram(EncodedCorpus encoded, PrintWriter out) {
    Histogram histogram = new Histogram();
    encoded.documents().forEach(histogram::add);
    histogram.lines().forEach(out::println);
    out.println();
    out.flush();
  }
}
