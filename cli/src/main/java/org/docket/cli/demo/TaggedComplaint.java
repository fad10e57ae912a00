/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A complaint as Solr has it.
 *
 * @param label the category that its author gave it
 * @param predicted the category that the model gave it
 * @param score the model's probability of that category
 * @param narrative the text
 */
record TaggedComplaint(String label, String predicted, double score, String narrative) {

  /** The documents of Solr's answer to a search. */
  static List<TaggedComplaint> of(JsonNode answer) {
    List<TaggedComplaint> complaints = new ArrayList<>();
    for (JsonNode document : answer.at("/response/docs")) {
      complaints.add(
          new TaggedComplaint(
              document.path("category").asText(),
              document.path("predicted_category").asText(),
              document.path("predicted_score").asDouble(),
              document.path("narrative").asText()));
    }
    return complaints;
  }

  boolean isRight() {
    return label.equals(predicted);
  }
}
