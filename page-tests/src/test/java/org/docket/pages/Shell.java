/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shell in a folder that looks like a clone in which everything is built: there are {@code
 * ./docket}, {@code conf}, {@code models} and the jars of {@code cli-training}. What is exported in
 * one script, and its functions, are there in the next, as for a person at a terminal.
 */
final class Shell {

  /**
   * The loops without vectors, whose sums do not depend on the width of the processor's; and what
   * starts fast, for most commands are short.
   */
  private static final String JAVA_OPTIONS =
      "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Ddocket.kernel=scalar";

  /** As the launcher gives them to a Java that warns of what libraries do. */
  private static final String JAVA_24_OPTIONS =
      " --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED";

  private static final int JAVA_24 = 24;

  private final Path clone;

  /** What a script printed, on standard output and error together, and how it ended. */
  record Run(String printed, int exitCode) {}

  private Shell(Path clone) {
    this.clone = clone;
  }

  /** A shell in a folder that is empty. */
  static Shell in(Path folder) throws IOException {
    Path clone = folder.toRealPath();
    copy(Page.REPOSITORY, "conf", clone);
    copy(Page.REPOSITORY, "models", clone);
    copy(Page.REPOSITORY, "README.md", clone);
    Path jars = Files.createDirectories(clone.resolve("cli-training/target/lib"));
    writeClassPath(jars.resolveSibling("docket.jar"));
    Path home = Path.of(System.getProperty("java.home"));
    String options = JAVA_OPTIONS + (Runtime.version().feature() >= JAVA_24 ? JAVA_24_OPTIONS : "");
    Files.createDirectory(clone.resolve("bin"));
    script(clone.resolve("bin/java"), "exec '" + home + "/bin/java' " + options + " \"$@\"");
    String jar = clone.resolve("cli-training/target/docket.jar").toString();
    script(clone.resolve("docket"), "exec java -cp '" + jar + "' org.docket.cli.Docket \"$@\"");
    return new Shell(clone);
  }

  /** The same with the commands that talk to Solr, whose jars must be built. */
  static Shell withSolr(Path folder) throws IOException {
    Shell shell = in(folder);
    Path solr = Page.REPOSITORY.resolve("cli-solr/target");
    String training = Files.readString(shell.clone.resolve("docket"));
    String others =
        "case $1 in demo | serve | index | review | retag | deploy)\n"
            + ("exec java '-Ddocket.home=" + Page.REPOSITORY + "'")
            + (" -cp '" + solr + "/*:" + solr + "/lib/*' org.docket.cli.Docket \"$@\" ;;\nesac\n");
    script(shell.clone.resolve("docket"), others + training);
    return shell;
  }

  /** Runs a script; it ends at the first command that fails if it says {@code set -e}. */
  Run run(String script) throws IOException, InterruptedException {
    Path out = clone.resolve(".printed");
    Path state = clone.resolve(".state");
    String whole =
        "[ ! -e .state ] || . ./.state\n"
            + "trap '{ export -p; declare -f; } > .state' EXIT\n"
            + script;
    Files.deleteIfExists(out);
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", whole);
    shell.directory(clone.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
    shell.redirectInput(Path.of("/dev/null").toFile());
    shell.environment().remove("CLASSPATH");
    shell.environment().put("OMP_NUM_THREADS", "1");
    shell
        .environment()
        .merge("PATH", "", (path, none) -> clone.resolve("bin") + File.pathSeparator + path);
    int exitCode = shell.start().waitFor();
    if (!Files.exists(state)) {
      throw new AssertionError("the shell left no state: " + Files.readString(out));
    }
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    return new Run(printed.replace(clone.toString(), "…"), exitCode);
  }

  /** One jar that names the class path of the tests, for a page that says target/*. */
  private static void writeClassPath(Path jar) throws IOException {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Arrays.stream(entries)
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }

  private static void copy(Path from, String part, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from.resolve(part))) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static void script(Path file, String content) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + content + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
