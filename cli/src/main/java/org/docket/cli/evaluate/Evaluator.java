/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.docket.TextCategorizer;
import org.docket.cli.Progress;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.evaluation.LabelledPrediction;

/**
 * Runs categorizers over labelled files, batch by batch, on all processors. Only the predictions
 * are kept, not the texts. Use it once.
 */
public final class Evaluator {

  private static final int BATCH = 1024;

  private final List<TextCategorizer> categorizers;
  private final Progress progress;
  private final Consumer<LabelledText> alsoTo;
  private final List<LabelledText> batch = new ArrayList<>();
  private final List<List<LabelledPrediction>> predictions = new ArrayList<>();

  /** One String for each label, however many documents have it. */
  private final Map<String, String> labels = new HashMap<>();

  private CorpusCounts counts = CorpusCounts.NONE;

  /**
   * An evaluator that has read nothing yet.
   *
   * @param alsoTo gets each document too, in the order of the files
   */
  public Evaluator(
      List<TextCategorizer> categorizers, Progress progress, Consumer<LabelledText> alsoTo) {
    this.categorizers = categorizers;
    this.progress = progress;
    this.alsoTo = alsoTo;
    categorizers.forEach(categorizer -> predictions.add(new ArrayList<>()));
  }

  /** For each categorizer the predictions of all documents, in the order of the files. */
  public List<List<LabelledPrediction>> predictions(List<Path> files, CorpusOptions options) {
    try (CorpusReader reader = new CorpusReader(options)) {
      for (Path file : files) {
        reader.read(file, this::add);
      }
      flush();
      counts = reader.finish();
    }
    if (counts.documents() == 0) {
      String leftOut = counts.leftOut();
      throw new DocketException(
          "there is no labelled document in "
              + String.join(", ", files.stream().map(Path::toString).toList())
              + (leftOut.isEmpty() ? "" : " (" + leftOut + ")"));
    }
    return predictions;
  }

  /** What was read and left out. */
  public CorpusCounts counts() {
    return counts;
  }

  private void add(LabelledText document) {
    alsoTo.accept(document);
    String label = labels.computeIfAbsent(document.category(), same -> same);
    batch.add(new LabelledText(label, document.text()));
    if (batch.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    for (int i = 0; i < categorizers.size(); i++) {
      TextCategorizer categorizer = categorizers.get(i);
      predictions
          .get(i)
          .addAll(batch.parallelStream().map(d -> prediction(d, categorizer)).toList());
    }
    progress.step(batch.size());
    batch.clear();
  }

  private static LabelledPrediction prediction(LabelledText document, TextCategorizer categorizer) {
    return LabelledPrediction.of(document.category(), categorizer.categorize(document.text()));
  }
}
