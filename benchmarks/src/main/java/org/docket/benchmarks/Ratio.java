/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.util.List;

/**
 * What is compared: Docket with the fastest of some peers, in the same round.
 *
 * @param name for people
 * @param ours name of Docket's case
 * @param peers names of the peer's cases
 */
record Ratio(String name, String ours, List<String> peers) {

  static Ratio of(String name, Case ours, Case... peers) {
    return new Ratio(name, ours.name(), List.of(peers).stream().map(Case::name).toList());
  }
}
