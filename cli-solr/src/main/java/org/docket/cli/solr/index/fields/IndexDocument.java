/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

import java.util.Map;

/**
 * A document on its way.
 *
 * @param place where it stands
 * @param id its id
 * @param fields its other fields by their names, in the order of the columns; an empty text where
 *     the input says that there is nothing
 * @param letters about how much memory it takes, in characters
 */
public record IndexDocument(Place place, String id, Map<String, Object> fields, int letters) {

  /**
   * Where a document stands.
   *
   * @param input its file
   * @param row among the rows of the input, from 1
   * @param line of its text that it begins on, from 1
   */
  public record Place(String input, long row, long line) {}
}
