/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.DocketException;
import org.docket.TextCategorizer;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelledText;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.Outcome;

/** Runs a categorizer over labelled files, batch by batch, on all processors. */
final class Evaluator {

  private static final int BATCH = 1024;

  private final TextCategorizer categorizer;
  private final Progress progress;
  private final List<LabelledText> batch = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private CorpusCounts counts = CorpusCounts.NONE;

  Evaluator(TextCategorizer categorizer, Progress progress) {
    this.categorizer = categorizer;
    this.progress = progress;
  }

  Evaluation evaluate(List<Path> files, CorpusOptions options) {
    for (Path file : files) {
      counts = counts.plus(Corpus.read(file, options, this::add));
    }
    flush();
    if (outcomes.isEmpty()) {
      String leftOut = counts.leftOut();
      throw new DocketException(
          "there is no labelled document in "
              + String.join(", ", files.stream().map(Path::toString).toList())
              + (leftOut.isEmpty() ? "" : " (" + leftOut + ")"));
    }
    return Evaluation.of(categorizer.categories(), outcomes);
  }

  /** What was read and left out. */
  CorpusCounts counts() {
    return counts;
  }

  private void add(LabelledText document) {
    batch.add(document);
    if (batch.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    outcomes.addAll(batch.parallelStream().map(this::outcome).toList());
    progress.step(batch.size());
    batch.clear();
  }

  private Outcome outcome(LabelledText document) {
    return Outcome.of(document.category(), categorizer.categorize(document.text()));
  }
}
