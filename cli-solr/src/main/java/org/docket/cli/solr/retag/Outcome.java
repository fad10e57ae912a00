/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.util.ArrayList;
import java.util.List;

/** What became of documents. For one thread. */
final class Outcome {

  private static final int SHOWN_FAILURES = 10;

  private final Matrix matrix = new Matrix();
  private final List<String> failures = new ArrayList<>();
  private long unchanged;
  private long persons;
  private long gone;
  private long withoutText;
  private long busy;
  private long failed;

  /** It has the tag of the model in service now. */
  void retagged(Candidate before, Candidate now) {
    matrix.add(before.tag().label(), now.tag().label());
  }

  /** It had it already. */
  void unchanged() {
    unchanged++;
  }

  /** A person decided. */
  void person() {
    persons++;
  }

  /** It is not in the index any more. */
  void gone() {
    gone++;
  }

  /** Nothing is stored that could be categorized. */
  void withoutText() {
    withoutText++;
  }

  /** It went on changing under our hands, or Solr did not tag it. */
  void busy(int documents) {
    busy += documents;
  }

  /** Solr refused it. */
  void failed(Candidate document, String reason) {
    failed++;
    if (failures.size() < SHOWN_FAILURES) {
      failures.add(document.name() + ": " + reason);
    }
  }

  void add(Outcome other) {
    matrix.add(other.matrix);
    other.failures.stream().limit(SHOWN_FAILURES - failures.size()).forEach(failures::add);
    unchanged += other.unchanged;
    persons += other.persons;
    gone += other.gone;
    withoutText += other.withoutText;
    busy += other.busy;
    failed += other.failed;
  }

  Matrix matrix() {
    return matrix;
  }

  long retagged() {
    return matrix.documents();
  }

  long unchangedDocuments() {
    return unchanged;
  }

  long persons() {
    return persons;
  }

  long goneDocuments() {
    return gone;
  }

  long withoutTextDocuments() {
    return withoutText;
  }

  long busyDocuments() {
    return busy;
  }

  long failedDocuments() {
    return failed;
  }

  List<String> failures() {
    return failures;
  }
}
