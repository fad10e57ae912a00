/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.docket.error.DocketException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Stands for {@code docket train} in the list of commands where docket-cli-training is absent. */
@Command(
    name = "train",
    description = "Trains a model (its libraries are fetched when it is first asked for).")
final class TrainElsewhere implements Callable<Integer> {

  @Unmatched private List<String> arguments;

  @Override
  public Integer call() {
    throw new DocketException(
        "training needs docket-cli-training on the class path; start it as ./docket train");
  }
}
