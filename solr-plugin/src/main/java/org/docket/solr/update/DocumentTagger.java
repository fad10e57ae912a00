/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.List;
import org.apache.solr.common.SolrInputDocument;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;
import org.docket.solr.config.DoccatConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into documents the category of their text. Keeps no state. */
public final class DocumentTagger {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentTagger.class);

  private final DoccatConfig config;
  private final TextCategorizer categorizer;

  public DocumentTagger(DoccatConfig config, TextCategorizer categorizer) {
    this.config = config;
    this.categorizer = categorizer;
  }

  /**
   * Tags the documents that have a text. The texts are categorized at once; where that fails, one
   * by one, so that a text that cannot be categorized fails its own document and no other.
   *
   * @return what became of each document, in the same order
   */
  List<TaggedAdd> tagAll(List<PendingAdd> adds) {
    List<PendingAdd> withText = adds.stream().filter(PendingAdd::hasText).toList();
    if (withText.size() > 1 && tagAtOnce(withText)) {
      return adds.stream().map(TaggedAdd::done).toList();
    }
    return adds.stream().map(this::tag).toList();
  }

  /** Whether it worked; if not, no document has changed. */
  private boolean tagAtOnce(List<PendingAdd> adds) {
    List<Categorization> answers;
    try {
      answers = categorizer.categorizeAll(adds.stream().map(PendingAdd::text).toList());
    } catch (RuntimeException e) {
      LOG.warn("{} texts could not be categorized at once; trying one by one", adds.size(), e);
      return false;
    }
    for (int i = 0; i < adds.size(); i++) {
      write(adds.get(i).document(), answers.get(i));
    }
    return true;
  }

  private TaggedAdd tag(PendingAdd add) {
    if (add.hasText()) {
      try {
        write(add.document(), categorizer.categorize(add.text()));
      } catch (RuntimeException e) {
        return TaggedAdd.failed(add, e);
      }
    }
    return TaggedAdd.done(add);
  }

  /** Writes the best category, and its probability if that is wanted. */
  private void write(SolrInputDocument document, Categorization answer) {
    ScoredCategory best = answer.best();
    document.setField(config.categoryField(), best.category());
    config.scoreField().ifPresent(field -> document.setField(field, best.probability()));
  }
}
