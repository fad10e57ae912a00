/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

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
  void aCommandWithoutANameIsToldAsOne() {
    StringWriter err = new StringWriter();
    CommandLine commandLine = Docket.commandLine().setErr(new PrintWriter(err));

    assertThat(Docket.execute(commandLine, "")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(err.toString()).startsWith("docket: there is no command \"\"; there are ");
  }

  @Test
  void memoryThatIsShortInAnotherThreadIsToldTheSame() {
    Throwable error = new OutOfMemoryError("Java heap space");
    assertThat(Failure.message(new IllegalStateException("a worker failed", error)))
        .startsWith("there is not enough memory (Java heap space)")
        .contains("DOCKET_JAVA_OPTS");
    assertThat(Failure.message(new OutOfMemoryError())).doesNotContain("null");
    assertThat(Failure.message(new OutOfMemoryError("unable to create native thread: limit")))
        .contains("ulimit -u")
        .doesNotContain("Xmx");
  }

  @Test
  void whatAFileRefusesIsToldInWords() {
    assertThat(Failure.message(new NoSuchFileException("a.csv"))).isEqualTo("a.csv does not exist");
    assertThat(Failure.message(new AccessDeniedException("a.csv"))).contains("permission denied");
    assertThat(Failure.message(new UncheckedIOException(new IOException("no space"))))
        .isEqualTo("no space");
  }

  @Test
  void whatJavaItselfComplainsOfIsToldInALine() {
    StringWriter err = new StringWriter();
    Callable<Integer> broken =
        () -> {
          throw new ExceptionInInitializerError(new UnsatisfiedLinkError("no x in y"));
        };
    CommandLine commandLine =
        new CommandLine(CommandSpec.wrapWithoutInspection(broken)).setErr(new PrintWriter(err));

    assertThat(Docket.execute(commandLine)).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString().lines())
        .containsExactly("docket: UnsatisfiedLinkError: no x in y (--debug shows where)");
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
