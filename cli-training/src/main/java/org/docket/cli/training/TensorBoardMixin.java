/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.docket.cli.OutputPath;
import org.docket.error.DocketException;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.TrainingData;
import org.docket.training.tensorboard.TensorBoard;
import picocli.CommandLine.Option;

/** The option to watch a training in TensorBoard. */
final class TensorBoardMixin {

  @Option(
      names = "--tensorboard",
      paramLabel = "DIR",
      description =
          "Write event files for TensorBoard while it trains, and the words of the texts for its"
              + " projector. Each training gets a folder of its own in DIR: MODEL-1, MODEL-2 ...")
  private Path folder;

  /**
   * Complains of a folder that cannot be written, and of nothing to watch.
   *
   * @param model the file that is trained; null if there is none
   * @throws DocketException if the folder cannot be made, or takes no files
   */
  void check(Path model) {
    if (folder == null) {
      return;
    }
    if (model == null) {
      throw new DocketException(
          "--tensorboard shows the training of a model: give --output for it");
    }
    OutputPath.requireFolder("--tensorboard", folder);
    TensorBoard.requireWritable(folder);
  }

  /** Begins a training, and says how to watch it; watches nothing if nobody asked. */
  TensorBoardRun start(
      Path model,
      TrainingData data,
      TrainingConfig preset,
      PrintWriter out,
      Consumer<String> warn) {
    if (folder == null) {
      return new TensorBoardRun(Optional.empty(), out);
    }
    out.println("to watch it: tensorboard --logdir " + quoted(folder.toString()) + "\n");
    out.flush();
    TensorBoard board = new TensorBoard(folder, model, data, preset, warn);
    return new TensorBoardRun(Optional.of(board), out);
  }

  /** So that it works when pasted. */
  private static String quoted(String folder) {
    return folder.matches("[\\w./\\\\:@%+=,-]+") ? folder : "\"" + folder + "\"";
  }
}
