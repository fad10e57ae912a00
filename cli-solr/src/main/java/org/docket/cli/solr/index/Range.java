/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

/**
 * A line of the journal: rows that are done.
 *
 * @param from the first row, of all rows of all inputs, from 0
 * @param to behind the last
 * @param check of the ids of the rows
 * @param added documents that were new
 * @param updated documents that were there before
 * @param rejected documents in the file of the rejected ones
 * @param aside how long that file is with them
 * @param last the id of one that Solr acknowledged; empty if it did none
 */
record Range(
    long from,
    long to,
    int check,
    long added,
    long updated,
    long rejected,
    long aside,
    String last) {}
