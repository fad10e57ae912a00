/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docket.Categorization;
import org.docket.TextCategorizer;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.report.documents.DocumentChooser;
import org.docket.cli.report.documents.JudgedText;
import org.docket.cli.report.documents.PredictedSample;
import org.docket.cli.report.documents.ReportDocuments;
import org.docket.cli.report.figures.LengthTally;
import org.docket.cli.report.figures.TokenCounter;
import org.docket.cli.report.files.PredictionsCsv;
import org.docket.corpus.LabelledText;

/**
 * What a report wants to know of each document as it passes by: the answer for a CSV, the length,
 * and whether it is one to show. Holds few texts, however many documents there are. For one thread.
 */
public final class DocumentCollector implements Closeable {

  private static final String TRAINING = "training";

  private final TextCategorizer categorizer;
  private final Map<String, Integer> indices = new HashMap<>();
  private final PredictionsCsv predictions;
  private final TokenCounter counter;
  private final LengthTally lengths;
  private final LengthTally trainingLengths = new LengthTally(TRAINING);
  private final DocumentChooser chooser = new DocumentChooser();
  private final PredictedSample sample = new PredictedSample();
  private long truncated;
  private long abstained;
  private boolean closed;

  /**
   * Begins.
   *
   * @param part the name of the documents, such as "validation"
   * @param file where all answers go
   */
  DocumentCollector(TextCategorizer categorizer, String part, Path file) throws IOException {
    this.categorizer = categorizer;
    this.lengths = new LengthTally(part);
    this.counter = TokenCounter.of(categorizer);
    categorizer.categories().forEach(category -> indices.putIfAbsent(category, indices.size()));
    this.predictions = new PredictionsCsv(file);
  }

  /**
   * Adds a document and what the model says of it.
   *
   * @throws UncheckedIOException if the disk is full, and the like
   */
  public void add(LabelledText document, DocumentPlace place, Categorization answer) {
    predictions.write(document.category(), place, answer);
    truncated += answer.truncated() ? 1 : 0;
    abstained += answer.abstains() ? 1 : 0;
    lengths.add(counter.whole(document.text(), answer), answer.tokens(), answer.truncated());
    JudgedText judged =
        new JudgedText(
            document,
            place,
            indices.getOrDefault(document.category(), indices.size()),
            indices.get(answer.best().category()));
    chooser.add(judged, answer);
    sample.add(judged, answer);
  }

  /** Adds a document that was trained on, of which the length alone is told. */
  public void addTraining(String text) {
    int whole = counter.whole(text);
    int limit = counter.limit().orElse(Integer.MAX_VALUE);
    trainingLengths.add(whole, limit, whole > limit);
  }

  long truncated() {
    return truncated;
  }

  long abstained() {
    return abstained;
  }

  TokenCounter counter() {
    return counter;
  }

  /** Of the parts that have documents. */
  List<LengthTally> lengths() {
    List<LengthTally> parts = new ArrayList<>(List.of(trainingLengths, lengths));
    parts.removeIf(part -> part.documents() == 0);
    return parts;
  }

  /** Explains those that were chosen, which takes a while. */
  ReportDocuments explained() {
    return ReportDocuments.of(categorizer, chooser, sample);
  }

  /** Ends the file of answers; what was collected stays. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true; // also where the disk is full: a second try would fail in another way
      predictions.close();
    }
  }
}
