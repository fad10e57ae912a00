/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.util.Objects;
import org.apache.solr.common.SolrDocument;

/**
 * A complaint as Solr has it.
 *
 * @param label the category that its author gave it
 * @param predicted the category that the model gave it
 * @param score the model's probability of that category
 * @param narrative the text
 */
record TaggedComplaint(String label, String predicted, double score, String narrative) {

  /** A document of Solr's answer to a search. */
  static TaggedComplaint of(SolrDocument document) {
    return new TaggedComplaint(
        text(document, "category"),
        text(document, "predicted_category"),
        document.getFirstValue("predicted_score") instanceof Number score ? score.doubleValue() : 0,
        text(document, "narrative"));
  }

  boolean isRight() {
    return label.equals(predicted);
  }

  private static String text(SolrDocument document, String field) {
    return Objects.toString(document.getFirstValue(field), "");
  }
}
