/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.List;
import java.util.Locale;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.update.AddUpdateCommand;
import org.docket.Categorization;
import org.docket.solr.config.DoccatParams;
import org.docket.solr.config.OnFailure;
import org.docket.solr.document.Tag;
import org.docket.solr.metrics.BatchTiming;
import org.docket.solr.metrics.TaggingMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into documents the tags of their texts. Keeps no state. */
final class DocumentTagger {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentTagger.class);

  private final Tagging tagging;

  DocumentTagger(Tagging tagging) {
    this.tagging = tagging;
  }

  /**
   * Tags the documents that have a text. The texts are categorized at once; where that fails, one
   * by one, so that a text that cannot be categorized fails its own document and no other.
   *
   * @return what became of each document, in the same order
   */
  List<TaggedAdd> tagAll(List<PendingAdd> adds) {
    List<PendingText> texts = adds.stream().flatMap(add -> add.texts().stream()).toList();
    if (texts.size() > 1 && tagAtOnce(texts)) {
      return adds.stream().map(TaggedAdd::done).toList();
    }
    return adds.stream().map(this::tag).toList();
  }

  /** Whether it worked; if not, no document has changed. */
  private boolean tagAtOnce(List<PendingText> texts) {
    List<Categorization> answers;
    try {
      answers = categorize(texts);
    } catch (RuntimeException e) {
      LOG.warn("{} texts could not be categorized at once; trying one by one", texts.size(), e);
      return false;
    }
    for (int i = 0; i < texts.size(); i++) {
      write(texts.get(i), answers.get(i));
    }
    return true;
  }

  private TaggedAdd tag(PendingAdd add) {
    for (PendingText text : add.texts()) {
      try {
        tag(add, text);
      } catch (RuntimeException e) {
        return TaggedAdd.failed(add, e);
      }
    }
    return TaggedAdd.done(add);
  }

  private void tag(PendingAdd add, PendingText text) {
    Categorization answer;
    try {
      answer = categorize(List.of(text)).get(0);
    } catch (RuntimeException e) {
      tagging.metrics().failed(e);
      write(text, ofFailure(add, e));
      return;
    }
    write(text, answer);
  }

  private Tag ofFailure(PendingAdd add, RuntimeException e) {
    String id = id(add.command());
    OnFailure policy = tagging.config().onFailure();
    if (policy == OnFailure.FAIL) {
      throw new SolrException(
          ErrorCode.SERVER_ERROR,
          String.format(
              Locale.ROOT,
              "Docket: the text of document %s cannot be categorized: %s. %s=skip would index it"
                  + " without a category",
              id,
              e,
              DoccatParams.ON_FAILURE),
          e);
    }
    LOG.warn(
        "Docket: the text of document {} cannot be categorized; it is indexed {}: {}",
        id,
        policy == OnFailure.SKIP ? "without a category" : "with the fallback category",
        e.toString());
    return tagging.policy().of(e);
  }

  private static String id(AddUpdateCommand command) {
    try {
      return command.getPrintableId();
    } catch (SolrException e) {
      return "(without an id)";
    }
  }

  private List<Categorization> categorize(List<PendingText> texts) {
    BatchTiming timing = new BatchTiming();
    List<Categorization> answers =
        tagging
            .categorizer()
            .categorizeAll(texts.stream().map(one -> one.text().text()).toList(), timing);
    tagging.metrics().batch(texts.size(), timing.analysisNanos(), timing.networkNanos());
    return answers;
  }

  private void write(PendingText text, Categorization answer) {
    Tag tag = tagging.policy().of(answer, text.text().cut());
    count(answer, text.text().cut() || answer.truncated(), tag);
    write(text, tag);
  }

  private void write(PendingText text, Tag tag) {
    if (text.isUpdate()) {
      tagging.writer().writeUpdate(text.document(), tag);
    } else {
      tagging.writer().write(text.document(), tag);
    }
  }

  private void count(Categorization answer, boolean truncated, Tag tag) {
    TaggingMetrics metrics = tagging.metrics();
    metrics.categorized(answer, truncated);
    if (tag.score().isPresent()) {
      metrics.tagged(tag.category().orElseThrow(), tag.score().get());
      return;
    }
    switch (tag.review().orElseThrow()) {
      case ABSTAINED -> metrics.abstained();
      case NOT_ALLOWED -> metrics.notAllowed();
      case BELOW_THRESHOLD -> metrics.belowThreshold();
      default -> throw new IllegalStateException("a tag without a score: " + tag);
    }
  }
}
