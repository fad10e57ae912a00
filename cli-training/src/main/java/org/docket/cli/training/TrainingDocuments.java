/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docket.Categorization;
import org.docket.TextCategorizer;
import org.docket.cli.Progress;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.training.reviewed.Reviews;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.training.data.DataFile;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedTexts;
import org.docket.training.data.TrainingData;

/**
 * The documents of a training for its report: those of the validation part with the answers of the
 * trained model. A training keeps no texts, so the files are read again.
 */
final class TrainingDocuments {

  private static final int BATCH = 256;

  private final CorpusOptions options;
  private final TrainingData data;
  private final Reviews reviews;
  private final TextCategorizer categorizer;
  private final List<LabelledText> documents = new ArrayList<>();
  private final List<DocumentPlace> places = new ArrayList<>();

  /**
   * Reads nothing yet.
   *
   * @param options those that the training read with
   * @param data what was read then
   * @param reviews what people had reviewed
   */
  TrainingDocuments(
      CorpusOptions options, TrainingData data, Reviews reviews, TextCategorizer categorizer) {
    // What there is to tell of the files has been told.
    this.options = options.toBuilder().notices(notice -> {}).badRows(null).build();
    this.data = data;
    this.reviews = reviews;
    this.categorizer = categorizer;
  }

  /** Gets the documents of both parts, in the order of the files. */
  interface Handler {

    /** A document to train on. */
    default void training(LabelledText document) {}

    /** A document to validate on, and what the model says of it. */
    void validation(LabelledText document, DocumentPlace place, Categorization answer);
  }

  /**
   * Hands the documents on.
   *
   * @param training the files that were trained on
   * @param validation those that were validated on; empty if a part of the others was
   * @throws DocketException if the files cannot be read again, or have changed
   */
  void collect(List<Path> training, List<Path> validation, Handler handler) {
    requireSame(training, data.trainingFiles());
    requireSame(validation, data.validationFiles());
    requireSame(reviews.files(), data.reviewed().files());
    Map<Integer, String> split = validation.isEmpty() ? labelsOfSplit() : Map.of();
    try (CorpusReader reader = new CorpusReader(options);
        Progress progress =
            Progress.ofFiles("reading again", "documents", both(training, validation))) {
      reviews.again(reader, handler::training); // first, as then: its labels are the first met
      int[] number = {0};
      for (Path file : training) {
        // Also where these are not wanted: what labels are merged into depends on all files.
        reader.read(
            progress.input(file),
            options.toBuilder().probabilities(true).build(), // they count too, without a label
            (document, row) -> {
              String label = split.get(number[0]++);
              if (label == null) {
                if (!document.category().isEmpty()) {
                  handler.training(document);
                }
              } else {
                requireLabel(label, document, file, row.line());
                add(document, DocumentPlace.of(file, row), handler, progress);
              }
            });
      }
      for (Path file : validation) {
        reader.read(
            progress.input(file),
            (document, row) -> add(document, DocumentPlace.of(file, row), handler, progress));
      }
      flush(handler, progress);
    }
  }

  private static List<Path> both(List<Path> some, List<Path> others) {
    List<Path> both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }

  /** By the number of the document; without those of which no word is known. */
  private Map<Integer, String> labelsOfSplit() {
    EncodedCorpus corpus = data.corpus();
    EncodedTexts texts = corpus.validation();
    Map<Integer, String> labels = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      labels.put(texts.document(i), corpus.categories().get(texts.label(i)));
    }
    return labels;
  }

  private void add(LabelledText document, DocumentPlace place, Handler handler, Progress progress) {
    documents.add(document);
    places.add(place);
    if (documents.size() == BATCH) {
      flush(handler, progress);
    }
  }

  private void flush(Handler handler, Progress progress) {
    List<Categorization> answers =
        categorizer.categorizeAll(documents.stream().map(LabelledText::text).toList());
    for (int i = 0; i < answers.size(); i++) {
      handler.validation(documents.get(i), places.get(i), answers.get(i));
    }
    progress.step(documents.size());
    documents.clear();
    places.clear();
  }

  private static void requireSame(List<Path> files, List<DataFile> before) {
    for (int i = 0; i < files.size(); i++) {
      if (!DataFile.of(files.get(i)).equals(before.get(i))) {
        throw new DocketException(files.get(i) + " has changed since the training began");
      }
    }
  }

  private static void requireLabel(String label, LabelledText document, Path file, long line) {
    if (!label.equals(document.category())) {
      throw new DocketException(
          file
              + ":"
              + line
              + " has the label \""
              + document.category()
              + "\", but the training read \""
              + label
              + "\"");
    }
  }
}
