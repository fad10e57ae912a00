/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.io.IOException;
import java.util.Collection;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.processor.AtomicUpdateDocumentMerger;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;

/**
 * Tags the documents of one request.
 *
 * <p>Passed through as they came:
 *
 * <ul>
 *   <li>documents with no text in the source fields: there is nothing to categorize;
 *   <li>documents that already have a category, unless {@code doccat.overwrite} is true; their
 *       score, if any, stays too;
 *   <li>atomic updates (a field's value is a map such as {@code {"set": …}}): the rest of the
 *       document is not at hand here, so the index keeps the category that it has. An update that
 *       changes the text should therefore send the whole document;
 *   <li>child documents: only the document at the top is tagged.
 * </ul>
 *
 * <p>A text of words that the model does not know gets the most frequent category of the training
 * data, with its (low) probability. As every update processor, an instance serves one request and
 * one thread at a time; the categorizer behind it is shared.
 */
public final class DoccatUpdateProcessor extends UpdateRequestProcessor {

  private final DoccatConfig config;
  private final TextCategorizer categorizer;

  DoccatUpdateProcessor(
      DoccatConfig config, TextCategorizer categorizer, UpdateRequestProcessor next) {
    super(next);
    this.config = config;
    this.categorizer = categorizer;
  }

  @Override
  public void processAdd(AddUpdateCommand command) throws IOException {
    SolrInputDocument document = command.getSolrInputDocument();
    if (!AtomicUpdateDocumentMerger.isAtomicUpdate(command) && !keepsCategory(document)) {
      tag(document);
    }
    super.processAdd(command);
  }

  private boolean keepsCategory(SolrInputDocument document) {
    if (config.overwrite()) {
      return false;
    }
    Collection<Object> values = document.getFieldValues(config.categoryField());
    return values != null
        && values.stream().anyMatch(value -> value != null && !value.toString().isBlank());
  }

  private void tag(SolrInputDocument document) {
    String text = SourceText.of(document, config.sourceFields(), config.maxChars());
    if (text.isBlank()) {
      return;
    }
    ScoredCategory best = categorizer.categorize(text).best();
    document.setField(config.categoryField(), best.category());
    config.scoreField().ifPresent(field -> document.setField(field, best.probability()));
  }
}
