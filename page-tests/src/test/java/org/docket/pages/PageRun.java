/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import org.assertj.core.api.SoftAssertions;
import org.docket.pages.Page.Block;

/** The commands of a page, run from its top to its end. */
final class PageRun {

  private static final String NOT_RUN = " not-run";
  private static final String DONE = "exit code 0";

  private PageRun() {}

  /** Runs all blocks, and tells of each that does not do what the page says. */
  static void check(Page page, Shell shell) throws Exception {
    SoftAssertions told = new SoftAssertions();
    for (Block block : page.blocks()) {
      String where = page.name() + ", line " + block.line();
      if (block.language().equals("console")) {
        Session session = new Session(block.text());
        String printed = session.replay(shell);
        if (!session.matches(printed)) {
          told.assertThat(printed).as(where).isEqualTo(session.shown());
        }
      } else if (block.language().equals("sh")) {
        told.assertThat(exit(shell, block.text())).as(where).isEqualTo(DONE);
      } else if (block.language().endsWith(NOT_RUN)) {
        told.assertThat(exit(shell, helps(block))).as(where).isEqualTo(DONE);
      }
    }
    told.assertAll();
  }

  /** The commands of a block, each asked for its help: an option that is none is an error. */
  private static String helps(Block block) {
    String commands =
        block.language().startsWith("console") ? new Session(block.text()).script() : block.text();
    return commands.replaceAll("(?m)^(\\./docket(?:.*\\\\\n)*.*)$", "$1 --help");
  }

  /** What a script printed if it failed. */
  private static String exit(Shell shell, String script) throws Exception {
    Shell.Run run = shell.run("set -e\n" + script);
    return run.exitCode() == 0 ? DONE : run.printed();
  }
}
