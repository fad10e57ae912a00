/* SPDX-License-Identifier: Apache-2.0 */

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.docket.cli.Docket;

/**
 * Runs many commands of Docket in one Java, which then need not start each time: each line of
 * standard input is a file for what the command prints, and its arguments, separated by tabs.
 * Prints the exit code of each.
 */
public final class Commands {

  private Commands() {}

  /** Runs commands until standard input ends. */
  public static void main(String[] args) throws Exception {
    PrintStream codes = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split("\t");
      try (PrintWriter out =
          new PrintWriter(Files.newBufferedWriter(Path.of(parts[0]), StandardCharsets.UTF_8))) {
        codes.println(
            Docket.commandLine()
                .setOut(out)
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(Arrays.copyOfRange(parts, 1, parts.length)));
      }
      codes.flush();
    }
  }
}
