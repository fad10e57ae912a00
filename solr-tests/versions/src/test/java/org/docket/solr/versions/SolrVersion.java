/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A released Solr and the JDK that runs it here.
 *
 * @param name such as "9.10.1"
 * @param java its JDK
 */
record SolrVersion(String name, Java java) {

  private static final Path CLASSPATHS = Path.of(System.getProperty("docket.classpaths"));
  private static final String SEPARATOR = System.getProperty("path.separator");
  private static final Path LAUNCHER = Path.of(System.getProperty("docket.launcher"));

  boolean isTen() {
    return name.startsWith("10.");
  }

  /**
   * What goes behind {@code -cp} to run the launcher: compiled with this Solr, and before its jars.
   *
   * @param folder where the compiled launcher goes
   */
  String classPath(Path folder) throws IOException, InterruptedException {
    compile(sources(folder), folder, jars());
    return folder + SEPARATOR + jars();
  }

  /** The folder that all jars are in, at whatever depth. */
  Path repository() throws IOException {
    Path[] jars = Stream.of(jars().split(SEPARATOR)).map(Path::of).toArray(Path[]::new);
    Path common = jars[0].getParent();
    for (Path jar : jars) {
      while (!jar.startsWith(common)) {
        common = common.getParent();
      }
    }
    return common;
  }

  private String jars() throws IOException {
    return Files.readString(CLASSPATHS.resolve(name).resolve("target/classpath.txt")).trim();
  }

  private List<Path> sources(Path folder) throws IOException {
    Path source = Files.createDirectories(folder).resolve("SolrLauncher.java");
    String text = Files.readString(LAUNCHER.resolve("SolrLauncher.java"));
    Files.writeString(source, isTen() ? renamed(text) : text);
    List<Path> sources = new ArrayList<>(List.of(source));
    if (isTen()) {
      sources.add(LAUNCHER.resolve("solr10/org/apache/solr/client/solrj/io/SolrClientCache.java"));
    }
    return sources;
  }

  /** Solr 10 runs in Jetty 12, which has the packages of Jakarta. */
  private static String renamed(String text) {
    return text.replace("import javax.servlet.", "import jakarta.servlet.")
        .replace("import org.eclipse.jetty.servlet.", "import org.eclipse.jetty.ee10.servlet.");
  }

  private void compile(List<Path> sources, Path folder, String classPath)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java.tool("javac").toString(),
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                classPath));
    sources.forEach(source -> command.add(source.toString()));
    Path log = folder.resolve("javac.log");
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(javac.waitFor()).as(Files.readString(log)).isZero();
  }

  @Override
  public String toString() {
    return "Solr " + name + " on Java " + java.feature();
  }
}
