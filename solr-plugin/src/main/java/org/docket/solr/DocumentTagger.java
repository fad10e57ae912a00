/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.processor.AtomicUpdateDocumentMerger;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the text of a document, and writes the category of the text. Keeps no state. */
final class DocumentTagger {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentTagger.class);

  private final DoccatConfig config;
  private final TextCategorizer categorizer;

  DocumentTagger(DoccatConfig config, TextCategorizer categorizer) {
    this.config = config;
    this.categorizer = categorizer;
  }

  /** The text to categorize; blank if the document is to be passed through as it came. */
  String text(AddUpdateCommand command) {
    SolrInputDocument document = command.getSolrInputDocument();
    if (AtomicUpdateDocumentMerger.isAtomicUpdate(command) || keepsCategory(document)) {
      return "";
    }
    return SourceText.of(document, config.sourceFields(), config.maxChars());
  }

  /**
   * Categorizes texts at once. Where that fails they are categorized one by one, each when it is
   * asked for, so that a text that cannot be categorized fails its own document and no other.
   *
   * @return from the place of a text to its answer
   */
  IntFunction<Categorization> categorize(List<String> texts) {
    try {
      return categorizer.categorizeAll(texts)::get;
    } catch (RuntimeException e) {
      LOG.warn("{} texts could not be categorized at once; trying one by one", texts.size(), e);
      return i -> categorizer.categorize(texts.get(i));
    }
  }

  /** Tags a document, if it has a text to categorize. */
  void tag(PendingAdd add) {
    if (add.hasText()) {
      write(add.document(), categorizer.categorize(add.text()));
    }
  }

  /** Writes the best category, and its probability if that is wanted. */
  void write(SolrInputDocument document, Categorization answer) {
    ScoredCategory best = answer.best();
    document.setField(config.categoryField(), best.category());
    config.scoreField().ifPresent(field -> document.setField(field, best.probability()));
  }

  private boolean keepsCategory(SolrInputDocument document) {
    if (config.overwrite()) {
      return false;
    }
    Collection<Object> values = document.getFieldValues(config.categoryField());
    return values != null
        && values.stream().anyMatch(value -> value != null && !value.toString().isBlank());
  }
}
