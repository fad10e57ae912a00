/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.docket.cli.Progress;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Clauses;
import org.docket.cli.solr.documents.CursorWalk;
import org.docket.cli.solr.documents.Owner;
import org.docket.cli.solr.documents.Patience;
import org.docket.cli.solr.documents.StoredTag;
import org.docket.io.WholeFile;

/** All that people decided, as training data, by id. For one thread. */
final class Export {

  private final SolrCollection collection;
  private final CollectionInfo info;
  private final Patience patience;
  private long all;
  private long withoutText;
  private long unsigned;
  private long held;

  Export(SolrCollection collection, CollectionInfo info, Patience patience) {
    this.collection = collection;
    this.info = info;
    this.patience = patience;
  }

  /**
   * Writes it, whole or not at all.
   *
   * @param heldOut where a fifth goes, if anywhere
   * @throws IOException if Solr does not answer any more, or the disk is full
   */
  void write(Path file, Optional<Path> heldOut) throws IOException {
    WholeFile.write(
        file,
        part -> {
          try (DecisionWriter out = new DecisionWriter(part, format("--export", file))) {
            if (heldOut.isEmpty()) {
              write(out, Optional.empty());
            } else {
              writeBoth(out, heldOut.get());
            }
          }
        });
  }

  private void writeBoth(DecisionWriter out, Path heldOut) throws IOException {
    WholeFile.write(
        heldOut,
        part -> {
          try (DecisionWriter aside = new DecisionWriter(part, format("--held-out", heldOut))) {
            write(out, Optional.of(aside));
          }
        });
  }

  private static DecisionFormat format(String option, Path file) {
    return DecisionFormat.of(option, file);
  }

  private void write(DecisionWriter out, Optional<DecisionWriter> heldOut) throws IOException {
    CursorWalk walk =
        new CursorWalk(collection, patience, query(), info.uniqueKey(), CursorWalk.START);
    try (Progress progress = new Progress("exporting", "documents", -1)) {
      for (Optional<SolrDocumentList> page = walk.next(); page.isPresent(); page = walk.next()) {
        for (SolrDocument document : page.get()) {
          write(document, out, heldOut);
        }
        progress.step(page.get().size());
      }
    }
  }

  private void write(SolrDocument document, DecisionWriter out, Optional<DecisionWriter> heldOut)
      throws IOException {
    if (StoredTag.of(info, document::getFieldValue).owner(info) != Owner.PERSON) {
      return;
    }
    Decision decision = Decision.of(document, info);
    if (decision.text().isBlank()) {
      withoutText++;
      return;
    }
    all++;
    unsigned += decision.values().get(Decision.BY) == null ? 1 : 0;
    if (heldOut.isPresent() && HeldOut.has(decision.text())) {
      heldOut.get().write(decision);
      held++;
    } else {
      out.write(decision);
    }
  }

  private ModifiableSolrParams query() {
    List<String> fields = new ArrayList<>(List.of(info.uniqueKey()));
    fields.addAll(info.sources());
    fields.addAll(StoredTag.fields(info));
    Decision.fields().forEach(fields::add);
    // Where no field names who tagged, only a look at all of a tag tells.
    String filter =
        info.field("source").isPresent()
            ? Clauses.persons(info).orElseThrow()
            : Clauses.has(info.category());
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set(CommonParams.Q, "*:*").set("defType", "lucene").set(CommonParams.FQ, filter);
    return params.set(CommonParams.FL, String.join(",", fields));
  }

  /** How many decisions are in both files. */
  long decisions() {
    return all;
  }

  /** How many of them are held out. */
  long heldOut() {
    return held;
  }

  /** How many of them do not tell who decided. */
  long unsigned() {
    return unsigned;
  }

  /** How many decisions are left out, for their documents have no text, or none that is stored. */
  long withoutText() {
    return withoutText;
  }

  /** What was done, for scripts. */
  Map<String, Object> json(Path file, Optional<Path> heldOut) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("export", file.toString());
    json.put("documents", all - held);
    heldOut.ifPresent(
        aside -> {
          json.put("heldOut", aside.toString());
          json.put("heldOutDocuments", held);
        });
    json.put("withoutReviewer", unsigned);
    json.put("withoutText", withoutText);
    return json;
  }
}
