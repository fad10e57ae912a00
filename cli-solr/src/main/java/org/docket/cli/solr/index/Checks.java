/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Check sums of the ids of rows. */
final class Checks {

  private Checks() {}

  /** Adds a row's id; empty if it has none. */
  static void add(CRC32C check, String id) {
    check.update(id.getBytes(StandardCharsets.UTF_8));
    check.update('\n');
  }
}
