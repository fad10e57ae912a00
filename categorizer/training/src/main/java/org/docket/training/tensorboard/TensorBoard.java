/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.awt.AWTError;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.docket.error.DocketException;
import org.docket.evaluation.Evaluation;
import org.docket.io.WholeFile;
import org.docket.model.Matrix;
import org.docket.training.EpochMetrics;
import org.docket.training.TrainingProgress;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.TrainingData;
import org.docket.training.network.TrainableNetwork;
import org.tensorflow.framework.Summary;

/**
 * Writes what TensorBoard shows of a training, into a folder of its own below the one that {@code
 * tensorboard --logdir} gets. What cannot be written, because the disk is full, is told once, and
 * the training goes on without. For the thread that trains; close it when the training is over.
 */
public final class TensorBoard implements TrainingProgress, AutoCloseable {

  private final Path root;
  private final Path model;
  private final Run.Subject subject;
  private final Consumer<String> warnings;
  private final EventFile.Opener opener;
  private final StepListener listener = new StepListener(this::addPoint);
  private final List<Summary.Value> images = new ArrayList<>();
  private Optional<Run> run = Optional.empty();
  private boolean canDraw = true;

  /**
   * Prepares; nothing is written before the training starts.
   *
   * @param root the folder of {@code tensorboard --logdir}
   * @param model the file that the training will make: its name, with a number, is the folder's
   * @param data that the training will get
   * @param config that the training will get
   * @param warnings takes a line about what cannot be written
   */
  public TensorBoard(
      Path root, Path model, TrainingData data, TrainingConfig config, Consumer<String> warnings) {
    this(root, model, new Run.Subject(data, config), warnings, EventFile.Opener.DISK);
  }

  TensorBoard(
      Path root,
      Path model,
      Run.Subject subject,
      Consumer<String> warnings,
      EventFile.Opener opener) {
    this.root = root;
    this.model = model;
    this.subject = subject;
    this.warnings = warnings;
    this.opener = opener;
  }

  /**
   * Makes the folder if it is not there.
   *
   * @throws DocketException if it cannot be made, or takes no files
   */
  public static void requireWritable(Path root) {
    WholeFile.requireFolder(root, "TensorBoard");
  }

  @Override
  public void networkReady(
      TrainableNetwork network, String fingerprint, List<EpochMetrics> history) {
    try {
      RunFolder folder = RunFolder.of(root, model, fingerprint, !history.isEmpty());
      run = Optional.of(Run.open(folder, opener));
      attempt(started -> started.begin(subject, history, network.steps() + 1L));
      network.addListener(listener);
    } catch (IOException e) {
      warn(root, e);
    }
  }

  @Override
  public void epochStarted(int epoch, int documents) {
    listener.startEpoch(documents);
    images.clear();
  }

  private void addPoint(int step, List<Summary.Value> values) {
    attempt(open -> open.addPoint(step, values));
  }

  @Override
  public void validated(Evaluation evaluation) {
    if (run.isEmpty() || !canDraw) {
      return;
    }
    try {
      images.add(Summaries.image("confusion", ConfusionImage.of(evaluation)));
    } catch (IOException | LinkageError | InternalError | AWTError e) {
      canDraw = false; // a Java without fonts, or one that believes in a display that is not there
      warnings.accept("TensorBoard gets no heat maps: this Java cannot draw: " + e);
    }
  }

  @Override
  public void epochDone(EpochMetrics metrics, boolean best) {
    attempt(open -> open.addEpoch(metrics, listener.histograms(), images));
  }

  /**
   * What was written of a training.
   *
   * @param folder where
   * @param words how many of its words are in the projector, the most frequent
   */
  public record Written(Path folder, int words) {}

  /**
   * Ends the run of a training: writes the vectors of the words, as the model has them.
   *
   * @return nothing if not all of it could be written
   */
  public Optional<Written> finish(TrainingResult result) {
    attempt(open -> open.finish(result));
    Matrix vectors = result.model().network().embedding();
    int words = Projector.words(result.model().vocabulary(), vectors.columns());
    return run.map(open -> new Written(open.folder(), words));
  }

  @Override
  public void close() {
    attempt(Run::close);
    run = Optional.empty();
  }

  private interface Writing {
    void to(Run run) throws IOException;
  }

  /** What fails is told, once, and ends the writing, not the training. */
  private void attempt(Writing writing) {
    if (run.isEmpty()) {
      return;
    }
    try {
      writing.to(run.get());
    } catch (IOException e) {
      Run failed = run.get();
      run = Optional.empty();
      warn(failed.folder(), e);
      closeQuietly(failed);
    }
  }

  private void warn(Path folder, IOException e) {
    warnings.accept(
        "TensorBoard's files in " + folder + " end here; the training goes on: " + reason(e));
  }

  private static void closeQuietly(Run run) {
    try {
      run.close();
    } catch (IOException e) {
      // Of the failure before: there is nothing to tell that has not been told.
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason()
        : String.valueOf(e.getMessage());
  }
}
