/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.docket.cli.Docket;

/**
 * What a command did.
 *
 * @param exitCode for the shell
 * @param out what it printed
 * @param err what it said
 */
record Run(int exitCode, String out, String err) {

  static Run deploy(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("deploy"));
    all.addAll(List.of(arguments));
    int exitCode =
        Docket.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }
}
