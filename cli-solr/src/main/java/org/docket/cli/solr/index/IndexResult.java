/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a run, also of one that did not come to its end.
 *
 * @param indexed documents that are in the collection
 * @param added of these, those that were not there before
 * @param updated of these, those that were
 * @param rejected documents that are in the file of the rejected ones
 * @param resumed rows that an earlier run had done
 * @param duplicates documents whose id had come before in the input
 * @param withoutText documents without a text
 * @param badRows rows that could not be read
 * @param seconds that it took
 * @param now documents of this run alone
 * @param retries requests that were sent again
 * @param batches of this run
 * @param clients the most that sent at once
 */
record IndexResult(
    long indexed,
    long added,
    long updated,
    long rejected,
    long resumed,
    long duplicates,
    long withoutText,
    long badRows,
    double seconds,
    long now,
    long retries,
    long batches,
    int clients) {

  double perSecond() {
    return now / Math.max(1e-3, seconds);
  }

  /** For scripts. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("documents", indexed);
    facts.put("new", added);
    facts.put("updated", updated);
    facts.put("rejected", rejected);
    facts.put("duplicates", duplicates);
    facts.put("withoutText", withoutText);
    facts.put("badRows", badRows);
    facts.put("resumedRows", resumed);
    facts.put("seconds", seconds);
    facts.put("perSecond", perSecond());
    facts.put("retries", retries);
    facts.put("batches", batches);
    facts.put("clients", clients);
    return facts;
  }
}
