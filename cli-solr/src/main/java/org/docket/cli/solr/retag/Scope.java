/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.documents.Clauses;
import org.docket.cli.solr.documents.StoredTag;
import org.docket.error.DocketException;

/**
 * Which documents are looked at.
 *
 * @param query what people ask for; all without one
 * @param all whether also those whose tag is the current model's
 * @param hasChildren whether the index may have child documents, which are left alone
 */
record Scope(CollectionInfo info, Optional<String> query, boolean all, boolean hasChildren) {

  /** What a child document has, and no other. */
  static final String NEST_PATH = "_nest_path_";

  /**
   * Checks that a person's tag can be told from a model's.
   *
   * @throws DocketException if it cannot
   */
  Scope {
    if (Clauses.persons(info).isEmpty()) {
      throw new DocketException(
          "nothing in this collection tells a person's tag from a model's, and retag overwrites none"
              + " of a person's: set doccat.sourceField and doccat.modelField, see docs/solr.md");
    }
  }

  /**
   * Whether nothing in the index tells what is done already, so that each document has to be
   * compared before it is written.
   */
  boolean compares() {
    return all || info.field("model").isEmpty();
  }

  /** The documents that may be written, with what has to be known of them. */
  ModifiableSolrParams candidates() {
    ModifiableSolrParams params = base();
    if (info.field("source").isPresent()) { // otherwise each document has to be looked at
      Clauses.persons(info).map(Clauses::not).ifPresent(filter -> params.add("fq", filter));
    }
    if (!compares()) {
      params.add("fq", Clauses.not(Clauses.is(info.require("model"), info.model().tag())));
    }
    return params.set(CommonParams.FL, String.join(",", fields()));
  }

  /** The documents that people tagged. */
  ModifiableSolrParams persons() {
    return base().add("fq", Clauses.persons(info).orElseThrow());
  }

  /** What a document is read with. */
  List<String> fields() {
    List<String> fields = new ArrayList<>();
    fields.add(info.uniqueKey());
    fields.add(CommonParams.VERSION_FIELD);
    fields.addAll(info.sources());
    fields.addAll(StoredTag.fields(info));
    return fields;
  }

  private ModifiableSolrParams base() {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set(CommonParams.Q, query.orElse("*:*")).set("defType", "lucene");
    if (hasChildren) {
      params.add("fq", Clauses.not(Clauses.has(NEST_PATH)));
    }
    return params;
  }
}
