/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import org.apache.solr.common.SolrInputDocument;
import org.docket.TextCategorizer;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.document.SilenceWatch;
import org.docket.solr.document.SourceText;
import org.docket.solr.document.TagOrigin;
import org.docket.solr.document.TagPolicy;
import org.docket.solr.document.TagWriter;
import org.docket.solr.metrics.TaggingMetrics;

/**
 * What a chain tags with: immutable, made when a core starts and for each request that overrides a
 * parameter. Safe for use by many threads.
 *
 * @param config what the parameters say
 * @param categorizer the model
 * @param model name and hash of the model, as they stand in the index
 * @param policy what is written of its answers
 * @param writer where it is written
 * @param origin whose a tag is
 * @param metrics what is counted
 * @param silence sees the text of each document
 */
public record Tagging(
    DoccatConfig config,
    TextCategorizer categorizer,
    String model,
    TagPolicy policy,
    TagWriter writer,
    TagOrigin origin,
    TaggingMetrics metrics,
    SilenceWatch silence) {

  /** Makes the parts that the parameters determine. */
  public static Tagging of(
      DoccatConfig config, TextCategorizer categorizer, String model, TaggingMetrics metrics) {
    return new Tagging(
        config,
        categorizer,
        model,
        new TagPolicy(config),
        new TagWriter(config.fields(), model),
        new TagOrigin(config.fields(), config.fallback()),
        metrics,
        new SilenceWatch(config.sources()));
  }

  /** The same model with other parameters. */
  public Tagging with(DoccatConfig other) {
    return new Tagging(
        other,
        categorizer,
        model,
        new TagPolicy(other),
        writer.with(other.fields()),
        new TagOrigin(other.fields(), other.fallback()),
        metrics,
        silence);
  }

  /** The text of a document. */
  SourceText text(SolrInputDocument document) {
    return SourceText.of(document, config.sources(), config.maxChars());
  }
}
