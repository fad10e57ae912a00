/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.documents.StoredTag;

/** What the model in service would change. For one thread. */
final class Survey {

  private static final int SHOWN_FAILURES = 10;

  private final CollectionInfo info;
  private final Matrix matrix = new Matrix();
  private final List<String> failures = new ArrayList<>();
  private long persons;
  private long withoutText;
  private long identical;
  private long failed;

  Survey(CollectionInfo info) {
    this.info = info;
  }

  /**
   * Counts documents.
   *
   * @throws IOException if Solr does not answer, or the model has changed
   */
  void add(List<Candidate> documents, CurrentModel model) throws IOException {
    List<Candidate> models = new ArrayList<>();
    for (Candidate document : documents) {
      if (document.isPersons(info)) {
        persons++;
      } else if (!document.hasText()) {
        withoutText++;
      } else {
        models.add(document);
      }
    }
    List<Prediction> predictions = model.predict(models);
    for (int i = 0; i < models.size(); i++) {
      add(models.get(i), predictions.get(i));
    }
  }

  private void add(Candidate document, Prediction prediction) {
    if (prediction.failure().isPresent()) {
      failed++;
      if (failures.size() < SHOWN_FAILURES) {
        failures.add(document.name() + ": " + prediction.failure().get());
      }
    } else if (prediction.tag().isEmpty()) {
      withoutText++;
    } else {
      StoredTag tag = prediction.tag().get();
      matrix.add(document.tag().label(), tag.label());
      if (isDone(document.tag(), tag)) {
        identical++;
      }
    }
  }

  /** Whether an update would change nothing, not even the name of the model. */
  static boolean isDone(StoredTag held, StoredTag wanted) {
    return held.isSame(wanted) && held.model().equals(wanted.model());
  }

  Matrix matrix() {
    return matrix;
  }

  /** Documents that a person tagged and that only a look at them tells apart. */
  long persons() {
    return persons;
  }

  /** Documents whose text is not there, or not stored. */
  long withoutText() {
    return withoutText;
  }

  /** Documents whose tag is already as the model in service gives it, score and all. */
  long identical() {
    return identical;
  }

  /** How many documents are to be written. */
  long toWrite() {
    return matrix.documents() - identical;
  }

  long failed() {
    return failed;
  }

  /** The first of those that failed, with the reason. */
  List<String> failures() {
    return failures;
  }
}
