/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.docket.training.TrainingProgress;
import org.docket.training.TrainingResult;
import org.docket.training.tensorboard.TensorBoard;

/** A training that is watched in TensorBoard, if anybody asked. */
final class TensorBoardRun implements AutoCloseable {

  private final Optional<TensorBoard> board;
  private final PrintWriter out;

  TensorBoardRun(Optional<TensorBoard> board, PrintWriter out) {
    this.board = board;
    this.out = out;
  }

  /** Before the other one, whose times then show what this costs. */
  TrainingProgress before(TrainingProgress other) {
    return board.map(watching -> TrainingProgress.all(List.of(watching, other))).orElse(other);
  }

  /** Ends it, and says where it is. */
  void finish(TrainingResult result) {
    int known = result.model().vocabulary().size() - 1;
    board
        .flatMap(watching -> watching.finish(result))
        .ifPresent(
            written ->
                out.printf(
                    Locale.ROOT,
                    "TensorBoard: %s, with %s in the projector%n",
                    written.folder(),
                    words(written.words(), known)));
    out.flush();
  }

  private static String words(int shown, int known) {
    return shown < known
        ? String.format(Locale.ROOT, "the %,d most frequent of %,d words", shown, known)
        : String.format(Locale.ROOT, "%,d words", known);
  }

  @Override
  public void close() {
    board.ifPresent(TensorBoard::close);
  }
}
