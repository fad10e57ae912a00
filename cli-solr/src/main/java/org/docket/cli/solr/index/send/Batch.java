/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.util.List;
import org.docket.cli.solr.index.fields.IndexDocument;

/**
 * Rows that follow one another, and their documents.
 *
 * @param from the first row, of all rows of all inputs, from 0
 * @param to behind the last
 * @param check of the ids of all its rows, to know them again
 * @param documents each with an id of its own
 * @param rejected rows that have no document to send
 */
public record Batch(
    long from, long to, int check, List<IndexDocument> documents, List<Rejection> rejected) {

  public Batch {
    documents = List.copyOf(documents);
    rejected = List.copyOf(rejected);
  }
}
