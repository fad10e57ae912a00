/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.docket.cli.Docket;
import picocli.CommandLine;

/**
 * Runs commands one after the other in one Java, in the folder that it was started in: starting one
 * for each would take a minute. Usage: the file of the commands, a line each, and the file of what
 * came of them.
 */
final class MistakesMain {

  /** Between what came of two commands. */
  static final String END = "\u0004\n";

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  private MistakesMain() {}

  public static void main(String[] args) throws IOException {
    List<String> results = new ArrayList<>();
    for (String command : Files.readAllLines(Path.of(args[0]))) {
      results.add(run(command));
    }
    Files.writeString(Path.of(args[1]), String.join(END, results));
    System.exit(0); // whatever threads a library left
  }

  /** The exit code, the files that are new or changed, and what was printed as an error. */
  private static String run(String command) throws IOException {
    SortedMap<String, String> before = files();
    StringWriter err = new StringWriter();
    PrintStream kept = System.err;
    int exitCode;
    try (PrintStream libraries = new PrintStream(new Written(err), true, StandardCharsets.UTF_8)) {
      System.setErr(libraries);
      CommandLine docket = Docket.commandLine();
      docket
          .setOut(new PrintWriter(new StringWriter()))
          .setErr(new PrintWriter(libraries, true, StandardCharsets.UTF_8));
      exitCode = docket.execute(words(command));
    } finally {
      System.setErr(kept);
    }
    SortedMap<String, String> after = files();
    after.entrySet().removeIf(file -> file.getValue().equals(before.get(file.getKey())));
    return exitCode + "\n" + String.join(" ", after.keySet()) + "\n" + err;
  }

  /** Words as a shell takes them, without the command's own. */
  private static String[] words(String command) {
    return WORD.matcher(command).results().map(MistakesMain::word).skip(1).toArray(String[]::new);
  }

  private static String word(MatchResult found) {
    return found.group(1) != null
        ? found.group(1)
        : found.group(2) != null ? found.group(2) : found.group(3);
  }

  private static SortedMap<String, String> files() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(Path.of(""))) {
      for (Path file : all.filter(Files::exists).toList()) {
        boolean regular = Files.isRegularFile(file);
        files.put(
            file.toString(),
            regular ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "");
      }
    }
    return files;
  }
}
