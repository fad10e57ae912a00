/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.versions;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An installed JDK.
 *
 * @param home its folder
 * @param feature its version, such as 17
 */
record Java(Path home, int feature) {

  /** Names the folder of a newer JDK, if it is not beside the one that runs the tests. */
  private static final String NEWER = "docket.newer.jdk";

  /** The JDK that runs the tests. */
  static Java current() {
    return new Java(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The newest JDK of at least this version, of those that are known. */
  static Optional<Java> atLeast(int feature) throws IOException {
    return known().filter(java -> java.feature >= feature).max(Comparator.comparing(Java::feature));
  }

  Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static Stream<Java> known() throws IOException {
    String newer = System.getProperty(NEWER, "");
    if (!newer.isEmpty()) {
      return Stream.of(current(), of(Path.of(newer)).orElseThrow());
    }
    try (DirectoryStream<Path> beside = Files.newDirectoryStream(current().home.getParent())) {
      return Stream.concat(
          Stream.of(current()),
          StreamSupport.stream(beside.spliterator(), false).map(Java::of).flatMap(Optional::stream))
          .toList()
          .stream();
    }
  }

  /** Each JDK has a file that tells its version. */
  private static Optional<Java> of(Path home) {
    try {
      Properties release = new Properties();
      release.load(
          new StringReader(Files.readString(home.resolve("release"), StandardCharsets.UTF_8)));
      String version = release.getProperty("JAVA_VERSION").replace("\"", "");
      return Optional.of(new Java(home, Runtime.Version.parse(version).feature()));
    } catch (IOException e) {
      return Optional.empty(); // no JDK, or one that nobody may read
    }
  }
}
