/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import org.docket.error.DocketException;

/** Where data lies if nobody says: one place, whatever folder the command is started in. */
final class DefaultHome {

  private DefaultHome() {}

  static Path folder() {
    Path user = Path.of(System.getProperty("user.home", ""));
    if (!user.isAbsolute() || !Files.isDirectory(user)) {
      throw new DocketException("you have no home folder to keep data in; name one with --home");
    }
    return user.resolve(".docket").resolve("solr");
  }
}
