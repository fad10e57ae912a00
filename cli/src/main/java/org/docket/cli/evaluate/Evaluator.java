/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.docket.Categorization;
import org.docket.TextCategorizer;
import org.docket.cli.Progress;
import org.docket.cli.labels.DocumentPlace;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.corpus.LabelledText;
import org.docket.corpus.NoDocuments;
import org.docket.evaluation.LabelledPrediction;

/**
 * Runs categorizers over labelled files, batch by batch, on all processors. Only the predictions
 * are kept, not the texts. Use it once.
 */
public final class Evaluator {

  private static final int BATCH = 1024;

  /** Probabilities that are held at once. */
  private static final int PROBABILITIES = 1 << 18;

  private final List<TextCategorizer> categorizers;
  private final Progress progress;
  private final Consumer<LabelledText> alsoTo;
  private final AnswerHandler answers;
  private final int batchSize;
  private final List<PlacedDocument> batch = new ArrayList<>();
  private final List<List<LabelledPrediction>> predictions = new ArrayList<>();

  /** One String for each label, however many documents have it. */
  private final Map<String, String> labels = new HashMap<>();

  private final long[] truncated;
  private CorpusCounts counts = CorpusCounts.NONE;

  /**
   * An evaluator that has read nothing yet.
   *
   * @param alsoTo gets each document too, in the order of the files
   */
  public Evaluator(
      List<TextCategorizer> categorizers, Progress progress, Consumer<LabelledText> alsoTo) {
    this(categorizers, progress, alsoTo, (document, place, answer) -> {});
  }

  /** An evaluator that hands answers on as well. */
  public Evaluator(List<TextCategorizer> categorizers, Progress progress, AnswerHandler answers) {
    this(categorizers, progress, document -> {}, answers);
  }

  /** An evaluator that hands documents and answers on. */
  public Evaluator(
      List<TextCategorizer> categorizers,
      Progress progress,
      Consumer<LabelledText> alsoTo,
      AnswerHandler answers) {
    this.categorizers = categorizers;
    this.progress = progress;
    this.alsoTo = alsoTo;
    this.answers = answers;
    int all = categorizers.stream().mapToInt(each -> each.categories().size()).sum();
    this.batchSize = Math.max(1, Math.min(BATCH, PROBABILITIES / Math.max(1, all)));
    categorizers.forEach(categorizer -> predictions.add(new ArrayList<>()));
    this.truncated = new long[categorizers.size()];
  }

  /** Gets what the categorizers say of each document, in the order of the files. */
  @FunctionalInterface
  public interface AnswerHandler {

    /** Takes the answers of all categorizers, in their order, to one document. */
    void answer(LabelledText document, DocumentPlace place, List<Categorization> answers);
  }

  /** For each categorizer the predictions of all documents, in the order of the files. */
  public List<List<LabelledPrediction>> predictions(List<Path> files, CorpusOptions options) {
    try (CorpusReader reader = new CorpusReader(options)) {
      for (Path file : files) {
        reader.read(
            progress.input(file), (document, row) -> add(document, DocumentPlace.of(file, row)));
      }
      flush();
      counts = reader.finish();
    }
    if (counts.documents() == 0) {
      throw NoDocuments.in(files, "labelled document", counts, options);
    }
    return predictions;
  }

  /** What was read and left out. */
  public CorpusCounts counts() {
    return counts;
  }

  /** For each categorizer how many of the documents were longer than it reads. */
  public long[] truncated() {
    return truncated.clone();
  }

  private record PlacedDocument(LabelledText document, DocumentPlace place) {}

  private void add(LabelledText document, DocumentPlace place) {
    alsoTo.accept(document);
    String label = labels.computeIfAbsent(document.category(), same -> same);
    batch.add(new PlacedDocument(new LabelledText(label, document.text()), place));
    if (batch.size() == batchSize) {
      flush();
    }
  }

  private void flush() {
    List<List<Categorization>> said = new ArrayList<>();
    for (TextCategorizer categorizer : categorizers) {
      said.add(
          batch.parallelStream()
              .map(placed -> categorizer.categorize(placed.document().text()))
              .toList());
    }
    for (int i = 0; i < batch.size(); i++) {
      int document = i;
      take(batch.get(i), said.stream().map(answers -> answers.get(document)).toList());
    }
    progress.step(batch.size());
    batch.clear();
  }

  private void take(PlacedDocument placed, List<Categorization> said) {
    for (int model = 0; model < said.size(); model++) {
      Categorization answer = said.get(model);
      predictions.get(model).add(LabelledPrediction.of(placed.document().category(), answer));
      truncated[model] += answer.truncated() ? 1 : 0;
    }
    answers.answer(placed.document(), placed.place(), said);
  }
}
