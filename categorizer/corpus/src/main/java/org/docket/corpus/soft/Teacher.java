/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.soft;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;

/**
 * Learns from labelled texts, slowly and well, and gives probabilities that a light model learns
 * from. Whoever trains finds one by {@link java.util.ServiceLoader}. For one thread.
 */
public interface Teacher {

  /**
   * Gives probabilities: of the labelled texts out of fold, that is by a part of the teacher that
   * saw neither the text nor others of its group.
   *
   * @throws DocketException if there are too few texts to learn from, or what an interrupted
   *     teacher left cannot be read
   */
  Lesson teach(Task task, Listener listener);

  /**
   * What is asked for.
   *
   * @param labelled to learn from
   * @param unlabelled to give probabilities of
   * @param cache the file that is written while the teacher works, for an interrupted one to go on
   *     from; the caller deletes it when all is done
   * @param resume whether to go on from that file; without the file, the teacher starts
   * @param seed of all that is drawn
   */
  record Task(
      List<LabelledText> labelled, List<String> unlabelled, Path cache, boolean resume, long seed) {

    public Task {
      labelled = List.copyOf(labelled);
      unlabelled = List.copyOf(unlabelled);
    }
  }

  /**
   * What comes out.
   *
   * @param categories in the order of the probabilities
   * @param labelled of each labelled text, calibrated
   * @param unlabelled of each unlabelled text
   * @param provenance how they were made, for the model
   * @param remarks what a person should know: how good they are
   */
  record Lesson(
      List<String> categories,
      List<float[]> labelled,
      List<float[]> unlabelled,
      SortedMap<String, String> provenance,
      List<String> remarks) {}

  /** Gets progress. */
  interface Listener {

    /** Work starts. */
    void started(String task, String unit, long total);

    /** Some more are done. */
    void done(long more);

    /** The work that was started is done. */
    void finished();
  }
}
