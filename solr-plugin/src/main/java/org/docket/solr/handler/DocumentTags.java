/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.util.SimpleOrderedMap;
import org.docket.Categorization;
import org.docket.solr.config.DoccatParams;
import org.docket.solr.config.OnFailure;
import org.docket.solr.document.SourceText;
import org.docket.solr.update.Tagging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tags that documents would get if they were new. Counts nothing: they are not indexed. For one
 * request.
 */
final class DocumentTags {

  /** What a document gets that would be refused. */
  static final String ERROR = "error";

  private static final Logger LOG = LoggerFactory.getLogger(DocumentTags.class);

  /** About 2 MB of text are categorized at once, as in an update. */
  private static final long MAX_CHARS = 1_000_000;

  private final Tagging tagging;
  private final List<SimpleOrderedMap<Object>> tags = new ArrayList<>();
  private final List<Asked> waiting = new ArrayList<>();
  private long chars;

  DocumentTags(Tagging tagging) {
    this.tagging = tagging;
  }

  /** A text and where the tag goes. */
  private record Asked(SourceText text, int place) {}

  /** The tag of each document, in order; an empty one where there is no text. */
  List<SimpleOrderedMap<Object>> of(List<SolrInputDocument> documents) {
    for (SolrInputDocument document : documents) {
      SourceText text =
          SourceText.of(document, tagging.config().sources(), tagging.config().maxChars());
      tags.add(new SimpleOrderedMap<>());
      if (!text.isBlank()) {
        ask(new Asked(text, tags.size() - 1));
      }
    }
    categorize();
    return tags;
  }

  private void ask(Asked asked) {
    waiting.add(asked);
    chars += asked.text().text().length();
    if (waiting.size() >= tagging.config().batchSize() || chars >= MAX_CHARS) {
      categorize();
    }
  }

  private void categorize() {
    if (waiting.size() <= 1 || !categorizeAtOnce()) {
      waiting.forEach(this::categorizeAlone);
    }
    waiting.clear();
    chars = 0;
  }

  private boolean categorizeAtOnce() {
    List<Categorization> answers;
    try {
      answers =
          tagging
              .categorizer()
              .categorizeAll(waiting.stream().map(asked -> asked.text().text()).toList());
    } catch (RuntimeException e) {
      LOG.warn("{} texts could not be categorized at once; trying one by one", waiting.size(), e);
      return false;
    }
    for (int i = 0; i < answers.size(); i++) {
      put(waiting.get(i), answers.get(i));
    }
    return true;
  }

  /** What fails here would fail alone in an update too, and nothing else with it. */
  private void categorizeAlone(Asked asked) {
    try {
      put(asked, tagging.categorizer().categorize(asked.text().text()));
    } catch (RuntimeException e) {
      LOG.warn("The text of document {} of a question cannot be categorized", asked.place() + 1, e);
      tags.set(asked.place(), ofFailure(asked, e));
    }
  }

  private void put(Asked asked, Categorization answer) {
    tags.set(asked.place(), TagEntry.of(tagging.policy().of(answer, asked.text().cut()), tagging));
  }

  private SimpleOrderedMap<Object> ofFailure(Asked asked, RuntimeException e) {
    if (tagging.config().onFailure() != OnFailure.FAIL) {
      return TagEntry.of(tagging.policy().of(e), tagging);
    }
    SimpleOrderedMap<Object> refused = new SimpleOrderedMap<>();
    refused.add(
        ERROR,
        String.format(
            Locale.ROOT,
            "the text of document %d cannot be categorized: %s. An update would be refused; %s=skip"
                + " would index it without a category",
            asked.place() + 1,
            e,
            DoccatParams.ON_FAILURE));
    return refused;
  }
}
