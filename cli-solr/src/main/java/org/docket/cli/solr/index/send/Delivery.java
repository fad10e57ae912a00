/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.docket.cli.solr.index.fields.IndexDocument;
import org.docket.cli.solr.index.send.Trouble.Kind;

/**
 * Brings the documents of one batch to Solr, whatever it takes: waits for a Solr that is away,
 * sends less where that was too much, looks again where another client was faster, and halves what
 * Solr refuses until the documents that it refuses are alone. Each try after the first asks anew
 * which documents exist, and the first does unless all are new lately; so that none is doubled or
 * overwritten by being sent again. For one thread.
 */
final class Delivery {

  /** Of conflicts, before a document is called rejected. */
  private static final int MOST_CONFLICTS = 20;

  /** Of failures of Solr's own, before a document is looked for that is the cause. */
  private static final int MOST_FAILURES = 3;

  private final IndexTarget target;
  private final Pace pace;
  private final Caution caution;
  private final Patience patience;
  private final LongSupplier clock;
  private final Deque<Part> parts = new ArrayDeque<>();
  private final List<Rejection> rejected = new ArrayList<>();

  private final Origins origins = new Origins();
  private long added;
  private long updated;
  private String last = "";

  /** Documents that are sent together, and what that has met. */
  private static final class Part {

    private final List<IndexDocument> documents;
    private final Patience.Tries tries;

    /** Not the first that is tried of the batch. */
    private boolean isRetried;

    private int conflicts;
    private int failures;

    Part(List<IndexDocument> documents, Patience.Tries tries, boolean isRetried) {
      this.documents = documents;
      this.tries = tries;
      this.isRetried = isRetried;
    }
  }

  Delivery(IndexTarget target, Pace pace, Caution caution, Patience patience, LongSupplier clock) {
    this.target = target;
    this.pace = pace;
    this.caution = caution;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Delivers.
   *
   * @return what became of them
   * @throws SolrException if that is hopeless for any document
   * @throws Patience.GoneException if Solr does not come back
   */
  Outcome deliver(List<IndexDocument> documents) throws InterruptedException {
    add(documents, false);
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      boolean looks = part.isRetried || caution.looksFirst();
      try {
        send(part, looks);
      } catch (SolrServerException | IOException | SolrException e) {
        Trouble trouble = Trouble.of(e);
        if (!looks) {
          origins.failed(part.documents, trouble);
        }
        failed(part, trouble);
      }
    }
    return new Outcome(added, updated, rejected, last);
  }

  private void send(Part part, boolean looks)
      throws SolrServerException, IOException, InterruptedException {
    long start = clock.getAsLong();
    List<IndexDocument> documents = part.documents;
    Set<String> existing =
        looks ? target.existing(documents.stream().map(IndexDocument::id).toList()) : Set.of();
    if (looks) {
      origins.looked(documents, existing);
    }
    IndexTarget.Answer answer = target.update(documents, existing, looks);
    if (looks && !part.isRetried) {
      caution.looked(existing.isEmpty(), answer.isGuarded());
    }
    pace.answered(documents.size(), clock.getAsLong() - start);
    patience.succeeded();
    taken(part, answer.errors());
  }

  /** Some or all are in. */
  private void taken(Part part, Map<String, String> errors) throws InterruptedException {
    Set<String> ids = part.documents.stream().map(IndexDocument::id).collect(Collectors.toSet());
    if (!ids.containsAll(errors.keySet())) {
      // A failure of nobody knows which: it is found as any other.
      refused(part, errors.values().iterator().next());
      return;
    }
    List<IndexDocument> again = new ArrayList<>();
    for (IndexDocument document : part.documents) {
      String error = errors.get(document.id());
      if (error == null) {
        count(document);
      } else if (IndexTarget.isConflict(error)) {
        again.add(document);
      } else {
        rejected.add(new Rejection(document, error));
      }
    }
    if (!again.isEmpty()) {
      Part rest = new Part(again, part.tries, true);
      rest.conflicts = part.conflicts;
      failed(rest, new Trouble(Kind.CONFLICT, errors.get(again.get(0).id())));
    }
  }

  private void count(IndexDocument document) {
    last = document.id();
    if (origins.existed(document)) {
      updated++;
    } else {
      added++;
    }
  }

  private void failed(Part part, Trouble trouble) throws InterruptedException {
    part.isRetried = true;
    switch (trouble.kind()) {
      case HOPELESS -> throw IndexTarget.hopeless(trouble);
      case AWAY -> {
        pace.pushedBack();
        part.tries.await(trouble);
        parts.push(part);
      }
      case TOO_LARGE -> {
        pace.tooLarge(part.documents.size(), letters(part));
        refused(part, trouble.reason());
      }
      case FAILED -> {
        if (++part.failures < MOST_FAILURES) {
          part.tries.await(trouble);
          parts.push(part);
        } else {
          refused(part, trouble.reason());
        }
      }
      case CONFLICT -> {
        caution.conflict();
        if (++part.conflicts < MOST_CONFLICTS) {
          parts.push(part);
        } else {
          refused(part, trouble.reason());
        }
      }
      case REFUSED -> refused(part, trouble.reason());
    }
  }

  /** Finds the documents that are refused. */
  private void refused(Part part, String reason) {
    int count = part.documents.size();
    if (count == 1) {
      patience.succeeded(); // Solr is there
      rejected.add(new Rejection(part.documents.get(0), reason));
    } else {
      add(part.documents.subList(count / 2, count), true);
      add(part.documents.subList(0, count / 2), true);
    }
  }

  private void add(List<IndexDocument> documents, boolean isRetried) {
    if (!documents.isEmpty()) {
      parts.push(new Part(documents, patience.tries(), isRetried));
    }
  }

  private static int letters(Part part) {
    return part.documents.stream().mapToInt(IndexDocument::letters).sum();
  }
}
