/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.util.Collection;
import java.util.Map;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.CommonParams;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.documents.Owner;
import org.docket.cli.solr.documents.Sources;
import org.docket.cli.solr.documents.StoredTag;
import org.docket.error.DocketException;

/**
 * A document as it was read.
 *
 * @param id as Solr gave it
 * @param version what guards an update of it
 * @param sources the values of its source fields
 * @param tag that it has
 */
record Candidate(Object id, long version, Map<String, Object> sources, StoredTag tag) {

  /**
   * Reads one.
   *
   * @throws DocketException if the index has no versions: nothing would guard an update
   */
  static Candidate of(SolrDocument document, CollectionInfo info) {
    if (!(document.getFieldValue(CommonParams.VERSION_FIELD) instanceof Number version)) {
      throw new DocketException(
          "the documents have no _version_, without which Solr takes no partial updates; the schema"
              + " needs the field, and solrconfig.xml an <updateLog/>");
    }
    return new Candidate(
        document.getFieldValue(info.uniqueKey()),
        version.longValue(),
        new Sources(info.sources()).of(document),
        StoredTag.of(info, document::getFieldValue));
  }

  /** Its id in messages and maps. */
  String name() {
    return id.toString();
  }

  boolean isPersons(CollectionInfo info) {
    return tag.owner(info) == Owner.PERSON;
  }

  boolean hasText() {
    return sources.values().stream().anyMatch(Candidate::hasText);
  }

  /** How long its text is, roughly. */
  long chars() {
    return sources.values().stream().mapToLong(value -> value.toString().length()).sum();
  }

  private static boolean hasText(Object value) {
    return value instanceof Collection<?> values
        ? values.stream().anyMatch(Candidate::hasText)
        : !value.toString().isBlank();
  }
}
