/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.nio.file.Path;
import org.docket.cli.solr.server.ServerFiles;
import org.docket.error.DocketException;

/**
 * What the demo is made of.
 *
 * @param complaints the CSV to index
 * @param server what its Solr is made of
 */
record DemoFiles(Path complaints, ServerFiles server) {

  /**
   * Finds the files in a clone of Docket.
   *
   * @throws DocketException if one is not there
   */
  static DemoFiles of(Path clone) {
    return new DemoFiles(
        ServerFiles.require(clone.resolve("conf/demo/complaints.csv")), ServerFiles.of(clone));
  }
}
