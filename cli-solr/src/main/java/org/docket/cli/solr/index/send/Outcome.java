/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.util.List;

/**
 * What became of some documents.
 *
 * @param added that were not in the collection before
 * @param updated that were
 * @param rejected the others
 * @param last the id of one that is in the collection now; empty if none is
 */
public record Outcome(long added, long updated, List<Rejection> rejected, String last) {

  public Outcome {
    rejected = List.copyOf(rejected);
  }
}
