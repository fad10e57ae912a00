/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.docket.Categorization;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.report.documents.ComparedDocument;
import org.docket.cli.report.documents.DifferenceChooser;
import org.docket.cli.report.documents.ShownDocument;
import org.docket.cli.report.files.ComparedPredictionsCsv;
import org.docket.corpus.LabelledText;

/**
 * What the report of a comparison wants to know of each document as it passes by: all answers for a
 * CSV, and whether models differ on it. For one thread.
 */
public final class DifferenceCollector implements Closeable {

  private final Map<String, Integer> indices = new HashMap<>();
  private final ComparedPredictionsCsv predictions;
  private final DifferenceChooser chooser;
  private boolean closed;

  DifferenceCollector(List<String> models, List<String> categories, Path file) throws IOException {
    categories.forEach(category -> indices.put(category, indices.size()));
    this.chooser = new DifferenceChooser(models.size());
    this.predictions = new ComparedPredictionsCsv(file, models);
  }

  /** Adds a document and what each model says of it. */
  public void add(LabelledText document, DocumentPlace place, List<Categorization> said) {
    predictions.write(document.category(), place, said);
    int actual = indices.getOrDefault(document.category(), indices.size());
    List<ComparedDocument.Answer> answers = new ArrayList<>();
    for (Categorization answer : said) {
      answers.add(
          new ComparedDocument.Answer(
              indices.get(answer.best().category()), answer.best().probability()));
    }
    chooser.add(actual, answers, new Once(document, place, actual, answers));
  }

  DifferenceChooser.Chosen chosen() {
    return chooser.chosen();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      predictions.close();
    }
  }

  /** The same document for all pairs that take it. */
  private static final class Once implements Supplier<ComparedDocument> {

    private final LabelledText document;
    private final DocumentPlace place;
    private final int actual;
    private final List<ComparedDocument.Answer> answers;
    private ComparedDocument made;

    Once(
        LabelledText document,
        DocumentPlace place,
        int actual,
        List<ComparedDocument.Answer> answers) {
      this.document = document;
      this.place = place;
      this.actual = actual;
      this.answers = answers;
    }

    @Override
    public ComparedDocument get() {
      if (made == null) {
        String text = document.text();
        made =
            new ComparedDocument(
                place,
                document.category(),
                actual,
                ShownDocument.beginning(text),
                text.length(),
                answers);
      }
      return made;
    }
  }
}
