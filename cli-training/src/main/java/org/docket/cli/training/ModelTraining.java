/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.OutputMixin;
import org.docket.cli.Remarks;
import org.docket.cli.evaluate.EvaluationText;
import org.docket.model.ModelFile;
import org.docket.training.Trainer;
import org.docket.training.TrainingProgress;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.TrainingData;

/**
 * The training of one model, as a terminal shows it: its epochs, the model file, how good it is,
 * its report. Use it once.
 */
final class ModelTraining {

  private static final double NANOS = 1e9;

  private final Plan plan;
  private final OutputMixin result;
  private final TensorBoardMixin tensorBoard;
  private final RunTimes times = new RunTimes();
  private final long started = System.nanoTime();
  private boolean stopped;

  /**
   * Begins to count the time.
   *
   * @param result where it is told
   * @param tensorBoard where it is watched, if anywhere
   */
  ModelTraining(Plan plan, OutputMixin result, TensorBoardMixin tensorBoard) {
    this.plan = plan;
    this.result = result;
    this.tensorBoard = tensorBoard;
  }

  /**
   * What is trained.
   *
   * @param output the model file; null if nothing is written, because it is only measured
   * @param resume whether to go on from the checkpoint
   */
  record Plan(Path output, TrainingConfig preset, Path checkpoint, boolean resume) {}

  /** Trains and writes the model, all of which Ctrl-C may cut short. */
  TrainingResult train(TrainingData data) {
    Path checkpoint = plan.checkpoint();
    Remarks remarks = result.remarks();
    if (plan.resume() && !Files.exists(checkpoint)) {
      remarks.warn("there is no " + checkpoint + " to resume from: starting at the beginning");
    }
    PrintWriter talk = result.talk();
    TrainingConfig preset = plan.preset();
    try (TrainingInterrupt interrupt =
            new TrainingInterrupt(checkpoint, remarks::warn, System::nanoTime);
        EpochLines lines =
            new EpochLines(talk, result.talkTerminal(), preset.optimization().epochs(), interrupt);
        TensorBoardRun board =
            tensorBoard.start(plan.output(), data, preset, talk, remarks::warn)) {
      TrainingProgress watching = TrainingProgress.all(List.of(times, board.before(lines)));
      TrainingResult training = Trainer.train(data, preset, checkpoint, plan.resume(), watching);
      lines.sum();
      board.finish(training);
      stopped = interrupt.stopped();
      if (plan.output() != null) {
        ModelFile.write(training.model(), plan.output());
      }
      return training;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether Ctrl-C ended the training before its time. */
  boolean stopped() {
    return stopped;
  }

  /**
   * Tells what is in the model, deletes what the training could have been resumed from, and writes
   * the report: after the model, which is there whatever becomes of it.
   *
   * @param leftOut what was not read, in words; may be empty
   */
  void finish(
      TrainingData data, TrainingResult training, String leftOut, Optional<TrainingReport> report)
      throws IOException {
    if (stopped) {
      tellOfCheckpoint(training);
    } else {
      deleteCheckpoint(plan.checkpoint(), plan.output());
    }
    if (!result.json()) {
      print(training, leftOut);
    }
    if (report.isPresent()) {
      PrintWriter to = result.json() ? result.talk() : result.out();
      report
          .get()
          .write(
              new TrainingReport.Run(plan.output(), data, training, leftOut, times),
              new TrainingReport.Output(to, result.remarks()::warn));
    }
  }

  /** What it came to, for {@code --json}. */
  Map<String, Object> facts(TrainingData data, TrainingResult training, Optional<Path> report)
      throws IOException {
    double seconds = (System.nanoTime() - started) / NANOS;
    return TrainingFacts.of(plan.output(), data, training, stopped, seconds, report);
  }

  /** Not before the model has been read: whatever is wrong with it, the training is not lost. */
  static void deleteCheckpoint(Path checkpoint, Path model) throws IOException {
    ModelFile.read(model);
    Files.deleteIfExists(checkpoint);
  }

  private void tellOfCheckpoint(TrainingResult training) {
    result
        .remarks()
        .warn(
            String.format(
                Locale.ROOT,
                "ended after epoch %d of %d; the model is of the best so far. %s is kept: go on with"
                    + " --resume",
                training.history().size(),
                plan.preset().optimization().epochs(),
                plan.checkpoint()));
  }

  private void print(TrainingResult training, String leftOut) {
    PrintWriter out = result.out();
    String format = "%nbest epoch %d, on the validation part:%n";
    out.printf(Locale.ROOT, format, training.best().epoch());
    EvaluationText.print(training.evaluation(), leftOut, out);
    out.println("\nmodel: " + plan.output());
    out.flush();
  }
}
