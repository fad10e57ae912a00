/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher, with scripts in the places of Java and Maven. */
class LauncherTest {

  private static final Path LAUNCHER = Path.of("..", "docket");
  private static final List<String> MODULES =
      List.of("cli", "cli-solr", "cli-training", "categorizer/teacher");

  @TempDir private Path temporary;
  private Path home;
  private Path jdk;

  /** Every file of the clone is older than what was built of it. */
  @BeforeEach
  void pretendToBeBuilt() throws Exception {
    home = Files.createDirectory(temporary.resolve("a clone"));
    Files.copy(LAUNCHER, home.resolve("docket"));
    for (String source :
        List.of(
            "pom.xml",
            ".mvn/maven.config",
            "categorizer/core/A.java",
            "categorizer/corpus/A.java",
            "categorizer/training/A.java",
            "categorizer/teacher/A.java",
            "solr-plugin/A.java",
            "solr-server/A.java",
            "cli/A.java",
            "cli-solr/A.java",
            "cli-training/A.java",
            "conf/training/default.properties",
            "conf/demo/complaints.csv")) {
      edit(source, Instant.now().minusSeconds(100));
    }
    for (String module : MODULES) {
      edit(module + "/target/docket.built", Instant.now().minusSeconds(50));
    }
    jdk = Files.createDirectory(temporary.resolve("a jdk"));
    Files.writeString(jdk.resolve("release"), "MODULES=\"java.base jdk.incubator.vector\"\n");
    script(jdk.resolve("bin/java"), "printf '%s\\n' \"$@\"");
    maven("");
  }

  @Test
  void passesOnArgumentsOutputErrorsAndTheExitCode() throws Exception {
    script(jdk.resolve("bin/java"), "printf '%s\\n' \"$@\"; printf 'bad\\n50 %%' >&2; exit 3");

    assertThat(run("classify", "my file", "*")).isEqualTo(3);

    assertThat(out()).contains("--add-modules\njdk.incubator.vector\n").endsWith("\nmy file\n*\n");
    assertThat(temporary.resolve("err")).hasContent("bad\n50 %");
  }

  @ParameterizedTest
  @CsvSource({
    "'', cli",
    "--help, cli",
    "help, cli",
    "classify demo, cli",
    "evaluate --train, cli",
    "benchmark --seconds 2, cli",
    "benchmark --seconds 2 --train, cli-training",
    "--debug train --input a.csv, cli-training",
    "help train, cli-training",
    "demo --exit, cli-solr",
    "--debug demo, cli-solr"
  })
  void eachCommandRunsWithTheJarsOfItsModuleAlone(String command, String module) throws Exception {
    run(command.isEmpty() ? new String[0] : command.split(" "));

    String target = home + "/" + module + "/target/";
    assertThat(out().lines()).containsOnlyOnce(target + "*:" + target + "lib/*");
  }

  @ParameterizedTest
  @CsvSource({
    "train --teacher, true",
    "--debug train --input a.csv --teacher --output m.bin, true",
    "train --input a.csv, false",
    "benchmark --train --teacher, false",
    "classify --teacher, false"
  })
  void onlyATeacherNeedsItsJars(String command, boolean teacher) throws Exception {
    run(command.split(" "));

    String beside = home + "/categorizer/teacher/target/";
    if (teacher) {
      String target = home + "/cli-training/target/";
      assertThat(out().lines())
          .containsOnlyOnce(target + "*:" + target + "lib/*:" + beside + "*:" + beside + "lib/*");
    } else {
      assertThat(out()).doesNotContain(beside);
    }
  }

  @Test
  void whatIsBuiltIsNotBuiltAgain() throws Exception {
    for (String command : List.of("classify", "demo", "train", "train --teacher")) {
      run(command.split(" "));
    }

    assertThat(builds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pom.xml, classify, cli",
    ".mvn/maven.config, classify, cli",
    "categorizer/core/A.java, classify, cli",
    "categorizer/corpus/A.java, classify, cli",
    "cli/A.java, classify, cli",
    "cli/A.java, demo, 'cli-solr,solr-plugin'",
    "solr-plugin/A.java, demo, 'cli-solr,solr-plugin'",
    "solr-server/A.java, demo, 'cli-solr,solr-plugin'",
    "cli-solr/A.java, demo, 'cli-solr,solr-plugin'",
    "categorizer/training/A.java, train, cli-training",
    "cli-training/A.java, train, cli-training",
    "conf/training/default.properties, train, cli-training",
    "categorizer/teacher/A.java, train --teacher, 'cli-training,categorizer/teacher'",
    "cli-training/A.java, train --teacher, 'cli-training,categorizer/teacher'"
  })
  void whatIsEditedIsBuiltBeforeItRuns(String source, String command, String modules)
      throws Exception {
    edit(source, Instant.now());

    run(command.split(" "));
    assertThat(builds()).singleElement().asString().contains("-pl " + modules + " -am ");

    run(command.split(" "));
    assertThat(builds()).as("once").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "cli-training/A.java, classify",
    "categorizer/training/A.java, demo",
    "conf/training/default.properties, classify",
    "solr-server/A.java, train",
    "conf/demo/complaints.csv, demo",
    "categorizer/teacher/A.java, train"
  })
  void whatACommandDoesNotNeedIsNotBuiltForIt(String source, String command) throws Exception {
    edit(source, Instant.now());

    run(command);

    assertThat(builds()).isEmpty();
  }

  @Test
  void whatIsPutBackWithItsOldTimeOrTakenAwayIsBuilt() throws Exception {
    edit("cli/A.java", Instant.now());
    run("classify");

    edit("cli/A.java", Instant.now().minusSeconds(1000));
    run("classify");
    assertThat(builds()).as("an old file put back").hasSize(2);

    Files.delete(home.resolve("cli/A.java"));
    run("classify");
    assertThat(builds()).as("a file taken away").hasSize(3);

    run("classify");
    assertThat(builds()).as("once").hasSize(3);
  }

  @Test
  void whatIsEditedWhileItIsBuiltIsBuiltTheNextTime() throws Exception {
    edit("cli/A.java", Instant.now());
    maven("sleep 0.05; touch cli/A.java; sleep 0.05");
    run("classify");

    run("classify");

    assertThat(builds()).hasSize(2);
  }

  @Test
  void jarsOfAnotherVersionGoBeforeABuild() throws Exception {
    edit("cli/target/docket-cli-0.0.1.jar", Instant.now());
    edit("cli/target/lib/old.jar", Instant.now());
    edit("cli/A.java", Instant.now());

    run("classify");

    assertThat(home.resolve("cli/target")).isDirectoryNotContaining("glob:**.jar");
    assertThat(home.resolve("cli/target/lib")).doesNotExist();
  }

  @Test
  void aBuildThatFailsIsToldAndTriedAgain() throws Exception {
    edit("cli/A.java", Instant.now());
    maven("echo 'A.java is wrong'; exit 1");

    assertThat(run("classify")).isEqualTo(1);

    assertThat(out()).isEmpty();
    assertThat(temporary.resolve("err")).content().contains("A.java is wrong", "the build failed");
    run("classify");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void aTeacherWhoseBuildFailsLeavesNoTrainingWithoutItsJars() throws Exception {
    edit("categorizer/teacher/A.java", Instant.now());
    edit("cli-training/target/lib/library.jar", Instant.now());
    maven("exit 1");

    assertThat(run("train", "--teacher")).isEqualTo(1);

    assertThat(home.resolve("cli-training/target/lib")).doesNotExist();
    maven("");
    assertThat(run("train")).isZero();
    assertThat(builds()).hasSize(2).last().asString().contains("-pl cli-training -am");
  }

  @Test
  void aTrainingBuiltForATeacherIsBuiltForOneWithoutToo() throws Exception {
    edit("cli-training/A.java", Instant.now());

    run("train", "--teacher");
    run("train");
    run("train", "--teacher");

    assertThat(builds()).hasSize(1);
  }

  @Test
  void onlyATrainingHasASmallHeapsCollectorUnlessTheUserChoseOne() throws Exception {
    run("train", "--input", "my file");
    assertThat(out()).contains("-XX:+UseSerialGC", "\nmy file\n");

    run(Map.of("DOCKET_JAVA_OPTS", "-Xmx1g -XX:+UseParallelGC"), "train");
    assertThat(out()).contains("\n-Xmx1g\n-XX:+UseParallelGC\n").doesNotContain("SerialGC");

    run("classify");
    assertThat(out()).doesNotContain("SerialGC");
  }

  @Test
  void whereThereIsNoJavaThatIsToldInALine() throws Exception {
    assertThat(run(Map.of("JAVA_HOME", "/no/jdk"), "classify")).isEqualTo(2);
    assertThat(err()).hasSize(1);
    assertThat(err().get(0)).startsWith("docket: there is no Java: JAVA_HOME is /no/jdk, which");
  }

  @Test
  void aJavaThatIsTooOldIsToldInALine() throws Exception {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertThat(run("classify")).isEqualTo(2);
    assertThat(err()).singleElement().asString().contains("needs Java 17", "is Java 11.0.2");

    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
    assertThat(run("classify")).isZero();
  }

  @Test
  void whereThereIsNoMavenThatIsToldInALine() throws Exception {
    edit("cli/A.java", Instant.now());
    Path tools = Files.createDirectory(temporary.resolve("tools"));
    for (String tool :
        List.of("bash", "dirname", "readlink", "sed", "find", "sort", "cksum", "cat", "ls")) {
      script(tools.resolve(tool), "exec " + tool(tool) + " \"$@\"");
    }

    assertThat(run(Map.of("PATH", tools.toString()), "classify")).isEqualTo(2);

    assertThat(err()).singleElement().asString().startsWith("docket: Maven (mvn) is needed");
  }

  @Test
  void aCloneThatCannotBeWrittenIsToldInALine() throws Exception {
    Files.delete(home.resolve("cli/target/docket.built"));
    Files.delete(home.resolve("cli/target"));
    Files.createFile(home.resolve("cli/target")); // whom a mode of files does not stop: root

    assertThat(run("classify")).isEqualTo(1);

    assertThat(err()).singleElement().asString().contains("cli must be built", "cannot be written");
    assertThat(builds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ANSI_X3.4-1968, C.UTF-8, C.UTF-8",
    "ANSI_X3.4-1968, en_US.UTF-8, en_US.UTF-8",
    "ANSI_X3.4-1968, none, C",
    "UTF-8, C.UTF-8, C",
    "ISO-8859-1, C.UTF-8, C"
  })
  void namesWithAccentsAreReadWhereTheLocaleKnowsAsciiOnly(
      String charmap, String known, String expected) throws Exception {
    script(
        temporary.resolve("maven/locale"),
        "if [ \"$LC_ALL\" = " + known + " ]; then echo UTF-8; else echo " + charmap + "; fi");
    script(jdk.resolve("bin/java"), "echo \"$LC_ALL\"");

    run(Map.of("LC_ALL", "C"), "classify");

    assertThat(out()).isEqualTo(expected + "\n");
  }

  @Test
  void whereThereIsNoStandardInputThereIsNothingToRead() throws Exception {
    script(jdk.resolve("bin/java"), "cat && echo read");
    Path closed = temporary.resolve("closed");
    script(closed, "exec '" + home.resolve("docket") + "' \"$@\" <&-");
    assertThat(home.resolve("docket").toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder = new ProcessBuilder(closed.toString(), "classify");
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.redirectOutput(temporary.resolve("out").toFile());
    builder.redirectError(temporary.resolve("err").toFile());

    assertThat(builder.start().waitFor()).isZero();

    assertThat(out()).isEqualTo("read\n");
  }

  private static Path tool(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private List<String> err() throws IOException {
    return Files.readAllLines(temporary.resolve("err"));
  }

  @Test
  void filesAreNoTerminals() throws Exception {
    run("classify");

    assertThat(out())
        .contains(
            "-Ddocket.terminal=false\n", "-Ddocket.terminal.out=false\n", "-Ddocket.columns=\n");
  }

  @Test
  void aTerminalIsToldWithItsWidthAndItsEncoding() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script of util-linux");
    String docket = "bash '" + home.resolve("docket") + "' classify";
    Map<String, String> ascii = Map.of("LC_ALL", "C", "COLUMNS", "");

    assertThat(inTerminal("stty cols 77; " + docket, ascii))
        .contains(
            "-Ddocket.terminal=true",
            "-Ddocket.terminal.out=true",
            "-Ddocket.columns=77",
            "-Ddocket.charmap=ANSI_X3.4-1968");
    assertThat(inTerminal("stty cols 77; " + docket + " 2> /dev/null", ascii))
        .contains("-Ddocket.terminal=false", "-Ddocket.terminal.out=true", "-Ddocket.columns=77");
  }

  /** What a command shows in a terminal. */
  private List<String> inTerminal(String command, Map<String, String> environment)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    builder.redirectInput(Path.of("/dev/null").toFile());
    builder.redirectOutput(temporary.resolve("out").toFile());
    assertThat(builder.start().waitFor()).isZero();
    return out().lines().map(String::strip).toList();
  }

  @Test
  void aJavaThatWarnsOfUnsafeMemoryIsToldThatItIsMeant() throws Exception {
    run("classify");
    assertThat(out()).doesNotContain("--sun-misc-unsafe-memory-access");

    for (String version : List.of("17.0.15", "21.0.1", "23")) {
      Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
      run("classify");
      assertThat(out()).doesNotContain("--sun-misc-unsafe-memory-access");
    }
    for (String version : List.of("24", "25.0.3", "31.0.1")) {
      Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
      run("classify");
      assertThat(out()).contains("--sun-misc-unsafe-memory-access=allow\n");
    }
  }

  private void edit(String file, Instant time) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    if (!Files.exists(path)) {
      Files.createFile(path);
    }
    Files.setLastModifiedTime(path, FileTime.from(time));
  }

  /** A Maven that keeps a record of how it was called. */
  private void maven(String more) throws IOException {
    script(
        temporary.resolve("maven/mvn"),
        "echo \"$@\" >> '" + temporary.resolve("builds") + "'\n" + more);
  }

  private List<String> builds() throws IOException {
    Path builds = temporary.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  private String out() throws IOException {
    return Files.readString(temporary.resolve("out"));
  }

  private static void script(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + content + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private int run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", home.resolve("docket").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .merge("PATH", "", (path, none) -> temporary.resolve("maven") + File.pathSeparator + path);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().remove("DOCKET_JAVA_OPTS");
    builder.environment().putAll(environment);
    builder.redirectOutput(temporary.resolve("out").toFile());
    builder.redirectError(temporary.resolve("err").toFile());
    return builder.start().waitFor();
  }
}
