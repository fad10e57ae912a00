/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.List;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.config.DoccatParams;

/**
 * A field that Docket writes to.
 *
 * @param parameter what names it
 * @param name the field
 * @param kind what goes there
 * @param many whether several values go there at once
 */
record TagField(String parameter, String name, Kind kind, boolean many) {

  /** What a field is to hold. */
  enum Kind {
    /** A category, which is searched and counted as it is. */
    CATEGORY,
    /** A probability. */
    SCORE,
    /** A word out of a few, which is searched as it is. */
    WORD,
    /** A message, which is read. */
    TEXT
  }

  /** All that the configuration names, the category first. */
  static List<TagField> of(DoccatConfig config) {
    List<TagField> fields = new ArrayList<>();
    fields.add(
        new TagField(DoccatParams.CATEGORY_FIELD, config.categoryField(), Kind.CATEGORY, false));
    config
        .scoreField()
        .ifPresent(
            name -> fields.add(new TagField(DoccatParams.SCORE_FIELD, name, Kind.SCORE, false)));
    return List.copyOf(fields);
  }
}
