/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.docket.cli.Progress;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.index.fields.DocumentMaker;
import org.docket.cli.solr.index.send.Batch;
import org.docket.cli.solr.index.send.Clients;
import org.docket.cli.solr.index.send.DeliveryException;
import org.docket.cli.solr.index.send.IndexTarget;
import org.docket.cli.solr.index.send.Outcome;
import org.docket.cli.solr.index.send.Pace;
import org.docket.cli.solr.index.send.Patience;
import org.docket.cli.solr.index.send.Stop;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusReader;
import org.docket.error.DocketException;

/** Indexes all inputs, or what an interrupted run has left of them. For one thread. */
final class IndexRun {

  private final IndexSettings settings;
  private final SolrCollection collection;
  private final CollectionInfo info;
  private final DocumentMaker maker;
  private final Stop stop;
  private final Consumer<String> warn;
  private final Totals totals = new Totals();
  private final Pace pace;
  private final Patience patience;
  private final IndexTarget target;
  private final long start = System.nanoTime();
  private Resumed resumed = new Resumed(List.of());
  private Batches batches;
  private Acknowledged acknowledged;
  private CorpusCounts counts = CorpusCounts.NONE;

  /**
   * A run that has done nothing yet.
   *
   * @param warn gets what must be known
   */
  IndexRun(
      IndexSettings settings,
      SolrCollection collection,
      CollectionInfo info,
      DocumentMaker maker,
      Stop stop,
      Consumer<String> warn) {
    this.settings = settings;
    this.collection = collection;
    this.info = info;
    this.maker = maker;
    this.stop = stop;
    this.warn = warn;
    this.pace = new Pace(settings.clients());
    this.patience = new Patience(settings.patience(), stop, warn);
    this.target =
        new IndexTarget(collection, info.uniqueKey(), maker::isSource, settings.parameters());
  }

  /**
   * Does it. Whatever ends it, the journal says what is done, unless all is.
   *
   * @throws DocketException if an input is wrong
   * @throws TooManyRejectedException if Solr refuses most documents
   * @throws DeliveryException if Solr is away for too long
   * @throws ClientSending.InterruptedRun if it was asked to stop
   */
  void run() throws IOException {
    Journal.Heading heading =
        new Journal.Heading(collection.name(), settings.how(), settings.inputs().marks());
    try (Journal journal = Journal.open(settings.journal(), heading, settings.resume())) {
      resume(journal);
      try (RejectedFile aside =
          new RejectedFile(settings.rejected(), info.uniqueKey(), journal.aside())) {
        acknowledged = new Acknowledged(journal, aside, totals);
        try {
          index();
        } catch (DeliveryException e) {
          if (e.getCause() instanceof TooManyRejectedException most) {
            journal.finish(); // what is wrong is mended, and then all begins anew
            throw most;
          }
          throw e;
        }
        journal.finish();
      }
      acknowledged.requireMostTaken();
    }
  }

  /** What came of it so far. */
  IndexResult result() {
    Reading reading = batches == null ? new Reading() : batches.reading();
    return new IndexResult(
        totals.indexed(),
        totals.added(),
        totals.updated(),
        totals.rejected(),
        resumed.rows(),
        reading.duplicates().count(),
        reading.withoutText(),
        counts.bad(),
        (System.nanoTime() - start) / 1e9,
        totals.now(),
        patience.retries(),
        totals.batches(),
        pace.mostUsed());
  }

  /** Whether there may have been more duplicates than were counted. */
  boolean duplicatesArePartial() {
    return batches != null && batches.reading().duplicates().isPartial();
  }

  private void resume(Journal journal) {
    resumed = new Resumed(journal.ranges());
    totals.resume(journal.ranges());
    List<String> sample = resumed.sample();
    if (!sample.isEmpty()) {
      Set<String> there = existing(sample);
      if (!there.containsAll(sample)) {
        throw new DocketException(
            "the journal "
                + settings.journal()
                + " says that documents are indexed which Solr no longer has; without --resume all"
                + " are indexed from the beginning, and nothing is doubled");
      }
    }
  }

  private Set<String> existing(List<String> ids) {
    try {
      return target.existing(ids);
    } catch (SolrException e) {
      throw collection.refused(e);
    } catch (SolrServerException | IOException e) {
      throw collection.gone(e);
    }
  }

  private void index() {
    try (Progress progress = Progress.ofFiles("indexing", "documents", settings.inputs().files());
        Clients clients = new Clients(target, pace, patience, stop, this::arrived)) {
      batches =
          new Batches(
              maker, resumed, new ClientSending(clients, pace, stop, totals, progress::step));
      read(progress);
    }
    if (settings.commit()) {
      commit();
    }
  }

  private void read(Progress progress) {
    try (CorpusReader reader = new CorpusReader(settings.corpus())) {
      for (Path file : settings.inputs().files()) {
        batches.begin(file.toString());
        reader.rows(settings.inputs().open(file, progress), batches);
        batches.end();
      }
      batches.finish();
      counts = reader.finish();
    }
  }

  private void arrived(Batch batch, Outcome outcome) {
    try {
      acknowledged.accept(batch, outcome);
    } finally {
      batches.arrived(batch);
    }
  }

  private void commit() {
    try {
      Progress.during("committing", () -> patience.insist(target::commit));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientSending.InterruptedRun();
    }
  }

  /** What was found wrong with parameters is told before any document is sent. */
  static Map<String, String> parameters(List<String> given) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : given) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new DocketException(
            "--param is \"" + pair + "\"; it must be NAME=VALUE, such as update.chain=mine");
      }
      parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return parameters;
  }
}
