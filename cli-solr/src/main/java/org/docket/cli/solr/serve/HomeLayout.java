/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.docket.cli.solr.server.ServerFiles;
import org.docket.io.Sha256;
import org.docket.solr.server.SolrHome;

/** Lays out a home, and renews in it what is Docket's own. */
final class HomeLayout {

  /** What any version's zip has put there; other jars in lib are the user's. */
  private static final Pattern OURS =
      Pattern.compile("docket-.*\\.(jar|txt)|opennlp-tools-.*\\.jar");

  private static final Pattern PLUGIN = Pattern.compile("docket-solr-.*\\.jar");

  private final Path home;

  HomeLayout(Path home) {
    this.home = home;
  }

  /** What a home is made of that is laid out now. */
  static HomeState state(ServerFiles files) throws IOException {
    return new HomeState(
        false, Sha256.hex(files.plugin()), hash(files.configset()), Sha256.hex(files.model()));
  }

  /** Lays it out, also over what another process has begun. */
  void make(ServerFiles files) throws IOException {
    removePlugin();
    SolrHome.create(home)
        .addPlugin(files.plugin())
        .addModel(files.model())
        .addCore(ServerFiles.CORE, files.configset());
    nameModel(files.model().getFileName().toString());
  }

  /** Whether the plugin in it is another one, or was being replaced when a process was killed. */
  boolean hasOtherPlugin(HomeState state, ServerFiles files) throws IOException {
    return !state.plugin().equals(Sha256.hex(files.plugin()))
        || lib().stream().noneMatch(jar -> PLUGIN.matcher(name(jar)).matches());
  }

  /** Puts the plugin in the place of the one that is there: two of them would both be loaded. */
  void renewPlugin(Path zip) throws IOException {
    removePlugin();
    new SolrHome(home).addPlugin(zip);
  }

  /** The hash of all files of a configset with their names. */
  static String hash(Path configset) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (Stream<Path> files = Files.walk(configset)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String line = configset.relativize(file) + " " + Sha256.hex(file) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The configset names the shipped model; another name stands in the core's properties. */
  private void nameModel(String name) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("name", ServerFiles.CORE);
    properties.setProperty("docket.model", "models/" + name);
    Path file = home.resolve(ServerFiles.CORE).resolve("core.properties");
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(writer, null);
    }
  }

  private void removePlugin() throws IOException {
    for (Path file : lib()) {
      if (OURS.matcher(name(file)).matches()) {
        Files.delete(file);
      }
    }
  }

  private List<Path> lib() throws IOException {
    Path lib = home.resolve("lib");
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
