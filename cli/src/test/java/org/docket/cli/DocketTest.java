/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class DocketTest {

  @Test
  void aHeapThatIsTooSmallIsToldInALineThatSaysWhatToDo() {
    StringWriter err = new StringWriter();
    CommandLine commandLine = new CommandLine(new Greedy()).setErr(new PrintWriter(err));

    assertThat(Docket.execute(commandLine)).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("docket: ").contains("memory (heap)", "DOCKET_JAVA_OPTS");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNotWorkDone(@TempDir Path folder) throws Exception {
    DocketProcess docket = new DocketProcess(folder).to(Path.of("/dev/full"));

    assertThat(docket.run("--help")).isEqualTo(ExitCode.FAILED);

    assertThat(docket.err()).content().contains("docket: standard output cannot be written");
  }

  @Command(name = "greedy")
  private static final class Greedy implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new OutOfMemoryError("heap");
    }
  }
}
