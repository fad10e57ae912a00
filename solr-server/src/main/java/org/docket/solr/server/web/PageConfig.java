/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the page is told of the collection that it shows: its {@code config.json}.
 *
 * @param solr the path of the collection on the page's own server
 * @param readOnly whether it leaves out what needs the right to update
 * @param fields the fields that are not the tagger's own
 * @param reviewer the name to begin with of who decides; null asks
 */
public record PageConfig(String solr, boolean readOnly, Fields fields, String reviewer) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Fields COMPLAINTS = new Fields("date_received", List.of("company", "state"));

  /**
   * Fields that a collection may have; the page does without those that it lacks.
   *
   * @param date the field of the histogram
   * @param facets the fields to filter by, beside the category
   */
  public record Fields(String date, List<String> facets) {}

  /** For a collection of complaints, or one that has some of their fields. */
  public static PageConfig of(String collection, boolean readOnly) {
    return new PageConfig("/solr/" + collection, readOnly, COMPLAINTS, null);
  }

  byte[] json() {
    return JSON.valueToTree(this).toString().getBytes(StandardCharsets.UTF_8);
  }
}
