/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.docket.cli.ExitCode;
import org.docket.cli.Json;
import org.docket.cli.OutputMixin;
import org.docket.cli.Progress;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.index.fields.DocumentMaker;
import org.docket.cli.solr.index.fields.IndexDocument;
import org.docket.cli.solr.index.send.Batch;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusReader;

/** Reads all and sends nothing. */
final class DryRun {

  private static final int DOCUMENTS = 500;
  private static final int LETTERS = 1_000_000;

  private final IndexSettings settings;
  private final DocumentMaker maker;
  private final CollectionInfo info;
  private final OutputMixin output;

  DryRun(IndexSettings settings, DocumentMaker maker, CollectionInfo info, OutputMixin output) {
    this.settings = settings;
    this.maker = maker;
    this.info = info;
    this.output = output;
  }

  int run() {
    try (Progress progress = Progress.ofFiles("reading", "documents", settings.inputs().files());
        CorpusReader reader = new CorpusReader(settings.corpus())) {
      Nowhere nowhere = new Nowhere(progress);
      Batches batches = new Batches(maker, new Resumed(List.of()), nowhere);
      nowhere.batches = batches;
      settings
          .inputs()
          .files()
          .forEach(
              file -> {
                batches.begin(file.toString());
                reader.rows(settings.inputs().open(file, progress), batches);
                batches.end();
              });
      batches.finish();
      tell(batches.reading(), reader.finish(), nowhere.rejected);
    }
    return ExitCode.DONE;
  }

  private void tell(Reading reading, CorpusCounts counts, long rejected) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("documents", reading.documents());
    facts.put("duplicates", reading.duplicates().count());
    facts.put("withoutText", reading.withoutText());
    facts.put("withoutId", rejected);
    facts.put("badRows", counts.bad());
    facts.put("first", document(reading.first()));
    if (output.json()) {
      output.print(facts);
      return;
    }
    output
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "nothing was sent; %,d documents would be: %,d of them with an id that came before,"
                    + " %,d without text; %,d rows have no id, %,d are bad",
                reading.documents(),
                reading.duplicates().count(),
                reading.withoutText(),
                rejected,
                counts.bad()));
    if (reading.first() != null) {
      output.out().println("the first:");
      output.out().println(Json.pretty(facts.get("first")));
    }
    output.out().flush();
  }

  private Map<String, Object> document(IndexDocument first) {
    Map<String, Object> document = new LinkedHashMap<>();
    if (first != null) {
      document.put(info.uniqueKey(), first.id());
      first
          .fields()
          .forEach(
              (field, value) -> {
                if (!value.equals("")) {
                  document.put(field, value);
                }
              });
    }
    return document;
  }

  /** Takes all. */
  private static final class Nowhere implements Batches.Sending {

    private final Progress progress;
    private Batches batches;
    private long rejected;

    Nowhere(Progress progress) {
      this.progress = progress;
    }

    @Override
    public int documents() {
      return DOCUMENTS;
    }

    @Override
    public int letters() {
      return LETTERS;
    }

    @Override
    public void send(Batch batch) {
      rejected += batch.rejected().size();
      progress.step(batch.documents().size());
      batches.arrived(batch);
    }

    @Override
    public void await() {}

    @Override
    public boolean isIdle() {
      return false;
    }

    @Override
    public void requireGoing() {}
  }
}
