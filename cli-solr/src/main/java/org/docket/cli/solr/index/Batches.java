/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.docket.cli.solr.index.fields.DocumentMaker;
import org.docket.cli.solr.index.fields.IndexDocument;
import org.docket.cli.solr.index.fields.IndexDocument.Place;
import org.docket.cli.solr.index.send.Batch;
import org.docket.cli.solr.index.send.Rejection;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowHandler;

/**
 * Makes documents of rows, and batches of documents. The first rows of an input are looked at
 * before any is sent. A document whose id is on its way already waits for that one, or is left out
 * if it says the same. For one thread, but for {@link #arrived}.
 */
final class Batches implements RowHandler {

  /** So many rows are looked at for columns that must be there: JSON leaves out empty ones. */
  private static final int LOOKED_AT = 1_000;

  private static final int LOOKED_AT_LETTERS = 4_000_000;

  /** A batch of rows without documents ends too. */
  private static final int MOST_ROWS = 10_000;

  private final DocumentMaker maker;
  private final Resumed resumed;
  private final Sending sending;
  private final Reading reading = new Reading();
  private final Map<String, IndexDocument> underWay = new ConcurrentHashMap<>();
  private final Map<String, IndexDocument> documents = new LinkedHashMap<>();
  private final List<Rejection> rejected = new ArrayList<>();
  private final CRC32C check = new CRC32C();
  private String input;
  private List<Row> held;
  private long heldLetters;
  private long from;
  private long row;
  private int letters;

  /** Where batches go. */
  interface Sending {

    /** How many documents a batch should have. */
    int documents();

    /** How many characters. */
    int letters();

    /** Takes a batch; waits until there is room. */
    void send(Batch batch);

    /** Waits until all that was sent has arrived. */
    void await();

    /** Whether nothing is on its way. */
    boolean isIdle();

    /** Fails if it is over. */
    void requireGoing();
  }

  Batches(DocumentMaker maker, Resumed resumed, Sending sending) {
    this.maker = maker;
    this.resumed = resumed;
    this.sending = sending;
  }

  /** The rows that follow are of this input. */
  void begin(String name) {
    input = name;
    held = new ArrayList<>();
    heldLetters = 0;
    maker.begin();
  }

  /** The input is at its end. */
  void end() {
    release();
  }

  /** All inputs are at their end. */
  void finish() {
    flush(row);
    sending.await();
  }

  /** What was read. */
  Reading reading() {
    return reading;
  }

  /** A batch has arrived: its ids may be sent again. */
  void arrived(Batch batch) {
    batch.documents().forEach(document -> underWay.remove(document.id()));
  }

  @Override
  public void row(Row next) {
    sending.requireGoing();
    if (held == null) {
      take(next);
      return;
    }
    held.add(next);
    heldLetters += next.text().length() + next.fields().size();
    if (next.problem().isEmpty()) {
      maker.look(next);
    }
    if (maker.isComplete() || held.size() >= LOOKED_AT || heldLetters > LOOKED_AT_LETTERS) {
      release();
    }
  }

  /** Who writes into a pipe wants to see what comes of it. */
  @Override
  public void waiting() {
    if (held == null && sending.isIdle()) {
      flush(row);
    }
  }

  private void release() {
    if (held != null) {
      List<Row> rows = held;
      maker.requireComplete(input, rows.stream().filter(each -> each.problem().isEmpty()).count());
      held = null;
      if (!rows.isEmpty()) {
        maker.tell(input);
      }
      rows.forEach(this::take);
    }
  }

  private void take(Row next) {
    long number = row++;
    Optional<IndexDocument> document =
        next.problem().isPresent() ? Optional.empty() : maker.document(input, next);
    document.ifPresent(each -> reading.document(each, maker.hasText(each)));
    String id = document.map(IndexDocument::id).orElse("");
    if (resumed.covers(number)) {
      flush(number);
      resumed.pass(number, id);
      from = row;
      return;
    }
    document.ifPresent(each -> add(each, number));
    if (document.isEmpty() && next.problem().isEmpty()) {
      rejected.add(withoutId(next));
    }
    Checks.add(check, id);
    if (isFull(number)) {
      flush(row);
    }
  }

  private void add(IndexDocument document, long number) {
    IndexDocument other = documents.getOrDefault(document.id(), underWay.get(document.id()));
    if (other != null && other.fields().equals(document.fields())) {
      return; // is on its way
    }
    if (other != null) {
      flush(number);
      sending.await();
    } else if (letters > 0 && letters + document.letters() > sending.letters()) {
      flush(number);
    }
    documents.put(document.id(), document);
    letters += document.letters();
  }

  private boolean isFull(long number) {
    return documents.size() >= sending.documents()
        || letters >= sending.letters()
        || number - from >= MOST_ROWS;
  }

  private Rejection withoutId(Row next) {
    return new Rejection(
        new IndexDocument(new Place(input, next.number(), next.line()), "", maker.fields(next), 0),
        "the row has no id");
  }

  /** Sends the rows before this one. */
  private void flush(long to) {
    if (to > from) {
      Batch batch =
          new Batch(from, to, (int) check.getValue(), List.copyOf(documents.values()), rejected);
      underWay.putAll(documents);
      documents.clear();
      rejected.clear();
      letters = 0;
      sending.send(batch);
    }
    check.reset();
    from = to;
  }
}
