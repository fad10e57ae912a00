/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/**
 * Texts that a model is asked here and in Solr: a few of the collection's own, and some that are
 * there in an empty one.
 */
final class KnownTexts {

  private static final int FROM_COLLECTION = 3;

  /** Short: Solr may be told to read no more of a document. */
  private static final int MAX_CHARS = 1000;

  private KnownTexts() {}

  static List<String> of(SolrCollection collection, CollectionInfo info, NewModel model) {
    List<String> texts = new ArrayList<>();
    texts.add("They took my house although I had paid the mortgage.");
    texts.add(shortened(String.join(", ", model.categorizer().categories())));
    texts.addAll(ofDocuments(collection, info));
    return texts;
  }

  /** None where these cannot be had: sources that are not stored, a handler of another kind. */
  private static List<String> ofDocuments(SolrCollection collection, CollectionInfo info) {
    ModifiableSolrParams params =
        new ModifiableSolrParams()
            .set("q", "*:*")
            .set("fl", String.join(",", info.sources()))
            .set("rows", FROM_COLLECTION);
    try {
      return collection.select(params).get("response") instanceof SolrDocumentList documents
          ? documents.stream().map(KnownTexts::text).flatMap(Optional::stream).toList()
          : List.of();
    } catch (DocketException e) {
      return List.of();
    }
  }

  private static Optional<String> text(SolrDocument document) {
    return document.getFieldNames().stream()
        .map(document::getFieldValues)
        .flatMap(KnownTexts::stream)
        .filter(String.class::isInstance)
        .map(value -> shortened((String) value))
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static Stream<Object> stream(Collection<Object> values) {
    return values == null ? Stream.empty() : values.stream();
  }

  private static String shortened(String text) {
    int end = Math.min(text.length(), MAX_CHARS);
    boolean cutsPair = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, cutsPair ? end - 1 : end);
  }
}
