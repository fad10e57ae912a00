/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.concurrent.Callable;
import org.docket.error.DocketException;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Stands in the list of commands for one whose module is absent.
 *
 * @param name of the command
 * @param module that has the command
 * @param description for the list
 */
record Elsewhere(String name, String module, String description) implements Callable<Integer> {

  /** What picocli needs to know; it takes all arguments, to say one thing about them. */
  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(name);
    spec.parser().unmatchedArgumentsAllowed(true);
    spec.usageMessage()
        .description(description + " (Its libraries are fetched when it is first asked for.)");
    return spec;
  }

  @Override
  public Integer call() {
    throw new DocketException(
        name + " needs " + module + " on the class path; start it as ./docket " + name);
  }
}
