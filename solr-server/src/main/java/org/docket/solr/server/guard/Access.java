/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.util.Set;

/**
 * Who may ask, and for what.
 *
 * @param readOnly whether Solr's index, configuration and administration are out of reach
 * @param origins web pages of elsewhere that may ask, and names that this server may be called by
 */
public record Access(boolean readOnly, Set<Origin> origins) {

  /** Programs and pages of this machine, for everything. */
  public static final Access LOCAL = new Access(false, Set.of());

  public Access {
    origins = Set.copyOf(origins);
  }
}
