/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.OutputMixin;
import org.docket.cli.evaluate.EvaluationText;
import org.docket.cli.terminal.Bars;
import org.docket.corpus.Histogram;
import org.docket.io.WholeFile;
import org.docket.kernel.Kernels;
import org.docket.model.ModelFile;
import org.docket.training.Trainer;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.TrainingData;
import org.docket.training.network.NativeLibraries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket train --input FILE... --output MODEL}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a model on labelled documents.")
public final class TrainCommand implements DocketCommand {

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
      paramLabel = "MODEL",
      description = "The model file.")
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

  @Mixin private SoftLabelMixin softLabels;

  @Mixin private OutputMixin result;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    Kernels.best(); // complains of a wrong system property, before the corpus is read
    TrainingConfig preset = TrainingConfig.load(config);
    softLabels.check();
    tensorBoard.check();
    NativeLibraries.requireFolder();
    WholeFile.requireWritable(output);
    corpus.requireOther(output);
    Optional<TrainingReport> reportFolder =
        Optional.ofNullable(report)
            .map(folder -> new TrainingReport(folder, corpus.labelled(), input, validation));
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
      Ended ended = train(data, preset, checkpoint);
      if (ended.stopped()) {
        tellOfCheckpoint(ended, checkpoint, preset);
      } else {
        deleteCheckpoint(checkpoint, output);
        if (lessons.isPresent()) {
          Files.deleteIfExists(lessons.get().cache());
        }
      }
      print(ended.training(), files);
      if (reportFolder.isPresent()) { // after the model, which is there whatever becomes of it
        writeReport(reportFolder.get(), data, ended.training());
      }
      if (result.json()) {
        result.print(
            TrainingFacts.of(
                output,
                encoded,
                ended.training(),
                ended.stopped(),
                (System.nanoTime() - started) / 1e9,
                Optional.ofNullable(report)));
      }
      return ended.stopped() ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }
  }

  /** A training that is over, and whether it was asked to be before its time. */
  private record Ended(TrainingResult training, boolean stopped) {}

  private void print(TrainingResult training, TrainingFiles files) {
    if (!result.json()) {
      PrintWriter out = result.out();
      String format = "%nbest epoch %d, on the validation part:%n";
      out.printf(Locale.ROOT, format, training.best().epoch());
      EvaluationText.print(training.evaluation(), files.counts().leftOut(), out);
      out.println("\nmodel: " + output);
      out.flush();
    }
  }

  private void tellOfCheckpoint(Ended ended, Path checkpoint, TrainingConfig preset) {
    result
        .remarks()
        .warn(
            String.format(
                Locale.ROOT,
                "ended after epoch %d of %d; the model is of the best so far. %s is kept: go on with"
                    + " --resume",
                ended.training().history().size(),
                preset.optimization().epochs(),
                checkpoint));
  }

  private void writeReport(TrainingReport folder, TrainingData data, TrainingResult training)
      throws IOException {
    folder.write(
        "Training of " + output.getFileName(),
        data,
        training,
        new TrainingReport.Output(
            result.json() ? result.talk() : result.out(), result.remarks()::warn));
  }

  /** Not before the model has been read: whatever is wrong with it, the training is not lost. */
  static void deleteCheckpoint(Path checkpoint, Path model) throws IOException {
    ModelFile.read(model);
    Files.deleteIfExists(checkpoint);
  }

  /** Trains and writes the model, all of which Ctrl-C may cut short. */
  private Ended train(TrainingData data, TrainingConfig preset, Path checkpoint)
      throws IOException {
    PrintWriter talk = result.talk();
    if (resume && !Files.exists(checkpoint)) {
      talk.println("there is no " + checkpoint + " to resume from: starting at the beginning");
    }
    int epochs = preset.optimization().epochs();
    try (TrainingInterrupt interrupt =
            new TrainingInterrupt(checkpoint, result.remarks()::warn, System::nanoTime);
        EpochLines lines = new EpochLines(talk, result.talkTerminal(), epochs, interrupt);
        TensorBoardRun board =
            tensorBoard.start(output, data, preset, talk, result.remarks()::warn)) {
      TrainingResult training =
          Trainer.train(data, preset, checkpoint, resume, board.before(lines));
      lines.sum();
      board.finish(training);
      ModelFile.write(training.model(), output);
      return new Ended(training, interrupt.stopped());
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
