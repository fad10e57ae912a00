/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.util.List;
import org.docket.cli.CommandProvider;

/** Adds {@code train} and the {@code benchmark} that trains to the command line. */
public final class TrainingCommands implements CommandProvider {

  @Override
  public List<Object> commands() {
    return List.of(new TrainCommand(), new TrainingBenchmarkCommand());
  }
}
