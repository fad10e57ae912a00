/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.InputPaths;
import org.docket.cli.OutputMixin;
import org.docket.cli.OutputPath;
import org.docket.cli.Remarks;
import org.docket.cli.evaluate.EvaluationText;
import org.docket.cli.terminal.Bars;
import org.docket.cli.training.folds.CrossValidation;
import org.docket.cli.training.work.ReportFolder;
import org.docket.cli.training.work.Workplace;
import org.docket.corpus.Histogram;
import org.docket.kernel.Kernels;
import org.docket.model.ModelFile;
import org.docket.training.Trainer;
import org.docket.training.TrainingProgress;
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

  private long started;
  private final RunTimes times = new RunTimes();

  /** Whether Ctrl-C ended the training before its time. */
  private boolean stopped;

  @Mixin private TensorBoardMixin tensorBoard;

  @Mixin private MeasureMixin measures;

  @Mixin private SoftLabelMixin softLabels;

  @Mixin private OutputMixin result;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    started = System.nanoTime();
    Kernels.best(); // complains of a wrong system property, before the corpus is read
    TrainingConfig preset = TrainingConfig.load(config);
    requireOutput();
    softLabels.check();
    tensorBoard.check(output);
    measures.check(softLabels, resume, output != null || report != null);
    NativeLibraries.requireFolder();
    requireFiles();
    try (TrainingReport folder =
        report == null ? null : new TrainingReport(report, corpus.labelled(), input, validation)) {
      if (measures.wanted()) {
        measure(preset, Optional.ofNullable(folder));
      } else {
        train(preset, Optional.ofNullable(folder));
      }
    }
    result.out().flush();
    return stopped ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  private void requireOutput() {
    if (output == null && !measures.wanted()) {
      throw new ParameterException(spec.commandLine(), "train needs --output MODEL");
    }
  }

  private void train(TrainingConfig preset, Optional<TrainingReport> reportFolder)
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
      files.remarks().forEach(result.talk()::println);
      printHistogram(encoded);
      TrainingResult training = train(data, preset, checkpoint);
      finish(files, training, checkpoint, preset);
      if (lessons.isPresent() && !stopped) {
        Files.deleteIfExists(lessons.get().cache());
      }
      report(reportFolder, files, data, training);
      if (result.json()) {
        result.print(facts(encoded, training));
      }
    }
  }

  private void measure(TrainingConfig preset, Optional<TrainingReport> reportFolder)
      throws IOException {
    PrintWriter out = result.json() ? result.talk() : result.out();
    try (Workplace place = Workplace.open(Optional.ofNullable(output).or(this::reportFolder))) {
      TrainingFiles files = new TrainingFiles(corpus.labelled(), place.folder());
      try (AnalysedCorpus texts = files.analyse(input, validation, preset)) {
        measures.requireUntaught(texts.isTaught());
        TrainingData data = files.data(texts, preset);
        files.remarks().forEach(result.talk()::println);
        printHistogram(data.corpus());
        Measuring measuring =
            new Measuring(
                texts, preset, files.files(), place, reportFolder().map(ReportFolder::new), out);
        Path checkpoint = place.file("checkpoint");
        Supplier<TrainingResult> whole = () -> train(data, preset, checkpoint);
        Optional<CrossValidation> folds =
            measures.folds().isPresent()
                ? Optional.of(measuring.folds(measures.folds().get(), resume))
                : Optional.empty();
        Optional<TrainingResult> training =
            measures.learningCurve()
                ? Optional.of(measuring.curve(data, whole))
                : Optional.ofNullable(output).map(model -> whole.get());
        if (output != null) {
          finish(files, training.orElseThrow(), checkpoint, preset);
          report(reportFolder, files, data, training.orElseThrow());
        }
        if (!stopped) {
          Files.deleteIfExists(checkpoint);
        } else if (measures.learningCurve()) {
          result
              .remarks()
              .warn("the last point of the curve is of a training that was ended early");
        }
        if (folds.isPresent() && !stopped) {
          folds.get().finish();
        }
        if (result.json()) {
          Map<String, Object> all = new LinkedHashMap<>(measuring.data());
          if (output != null) {
            all.put("training", facts(data.corpus(), training.orElseThrow()));
          }
          result.print(all);
        }
      }
    }
  }

  private Map<String, Object> facts(EncodedCorpus encoded, TrainingResult training)
      throws IOException {
    double took = (System.nanoTime() - started) / 1e9;
    return TrainingFacts.of(output, encoded, training, stopped, took, reportFolder());
  }

  private Optional<Path> reportFolder() {
    return Optional.ofNullable(report);
  }

  /** Tells what is in the model, and deletes what the training could have been resumed from. */
  private void finish(
      TrainingFiles files, TrainingResult training, Path checkpoint, TrainingConfig preset)
      throws IOException {
    if (stopped) {
      tellOfCheckpoint(training, checkpoint, preset);
    } else {
      deleteCheckpoint(checkpoint, output);
    }
    if (!result.json()) {
      PrintWriter out = result.out();
      String format = "%nbest epoch %d, on the validation part:%n";
      out.printf(Locale.ROOT, format, training.best().epoch());
      EvaluationText.print(training.evaluation(), files.counts().leftOut(), out);
      out.println("\nmodel: " + output);
      out.flush();
    }
  }

  private void tellOfCheckpoint(TrainingResult training, Path checkpoint, TrainingConfig preset) {
    result
        .remarks()
        .warn(
            String.format(
                Locale.ROOT,
                "ended after epoch %d of %d; the model is of the best so far. %s is kept: go on with"
                    + " --resume",
                training.history().size(),
                preset.optimization().epochs(),
                checkpoint));
  }

  /** After the model, which is there whatever becomes of it. */
  private void report(
      Optional<TrainingReport> folder,
      TrainingFiles files,
      TrainingData data,
      TrainingResult training)
      throws IOException {
    if (folder.isPresent()) {
      String leftOut = files.counts().leftOut();
      folder
          .get()
          .write(
              new TrainingReport.Run(output, data, training, leftOut, times),
              new TrainingReport.Output(
                  result.json() ? result.talk() : result.out(), result.remarks()::warn));
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

  /** Trains and writes the model, all of which Ctrl-C may cut short. */
  private TrainingResult train(TrainingData data, TrainingConfig preset, Path checkpoint) {
    PrintWriter talk = result.talk();
    if (resume && !Files.exists(checkpoint)) {
      result
          .remarks()
          .warn("there is no " + checkpoint + " to resume from: starting at the beginning");
    }
    int epochs = preset.optimization().epochs();
    Remarks remarks = result.remarks();
    try (TrainingInterrupt interrupt =
            new TrainingInterrupt(checkpoint, remarks::warn, System::nanoTime);
        EpochLines lines = new EpochLines(talk, result.talkTerminal(), epochs, interrupt);
        TensorBoardRun board = tensorBoard.start(output, data, preset, talk, remarks::warn)) {
      TrainingProgress watching = TrainingProgress.all(List.of(times, board.before(lines)));
      TrainingResult training = Trainer.train(data, preset, checkpoint, resume, watching);
      lines.sum();
      board.finish(training);
      stopped = interrupt.stopped();
      if (output != null) {
        ModelFile.write(training.model(), output);
      }
      return training;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void printHistogram(EncodedCorpus encoded) {
    Histogram histogram = new Histogram();
    encoded.documents().forEach(histogram::add);
    PrintWriter talk = result.talk();
    Bars.on(result.talkTerminal()).lines(histogram.largestFirst()).forEach(talk::println);
    talk.println();
    talk.flush();
  }
}
