/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Solr home with the packaged plugin and a tiny model, and a server on it. */
final class Fixture implements AutoCloseable {

  static final Path REPOSITORY = Path.of(System.getProperty("docket.home"));
  static final Path CONFIGSET = REPOSITORY.resolve("conf/complaints");
  static final Path PLUGIN = Path.of(System.getProperty("docket.plugin.zip"));
  static final Path LOG = Path.of(System.getProperty("docket.log"));

  private final SolrHome home;
  private SolrServer server;

  private Fixture(SolrHome home) {
    this.home = home;
  }

  static Fixture create(Path folder) throws IOException, InterruptedException {
    Path model = TinyModel.train(folder.resolve("train"));
    return new Fixture(SolrHome.create(folder.resolve("home")).addPlugin(PLUGIN).addModel(model));
  }

  SolrHome home() {
    return home;
  }

  /** A core of the shipped configset with the tiny model. */
  Fixture core(String name) throws IOException {
    return core(name, "models/tiny.bin");
  }

  Fixture core(String name, String model) throws IOException {
    home.addCore(name, CONFIGSET);
    Path properties = home.folder().resolve(name).resolve("core.properties");
    Files.writeString(properties, "name=" + name + "\ndocket.model=" + model + "\n");
    return this;
  }

  /** A core of a schema and a solrconfig.xml of one's own, which name the model complaints-en. */
  Fixture coreOf(String name, String schema, String solrconfig) throws IOException {
    core(name);
    Path conf = home.folder().resolve(name).resolve("conf");
    Files.writeString(conf.resolve("schema.xml"), schema);
    Files.writeString(conf.resolve("solrconfig.xml"), solrconfig);
    Path models = home.folder().resolve("models");
    Files.copy(
        models.resolve("tiny.bin"),
        models.resolve("complaints-en.bin"),
        StandardCopyOption.REPLACE_EXISTING);
    return this;
  }

  /** A core whose solrconfig.xml says something else in one place. */
  Fixture coreWith(String name, String old, String replacement) throws IOException {
    return coreWith(name, "solrconfig.xml", old, replacement);
  }

  /** A core whose schema.xml says something else in one place. */
  Fixture coreWithSchema(String name, String old, String replacement) throws IOException {
    return coreWith(name, "schema.xml", old, replacement);
  }

  private Fixture coreWith(String name, String file, String old, String replacement)
      throws IOException {
    core(name);
    replace(name, file, old, replacement);
    return this;
  }

  /** Says something else in one more place of a core's solrconfig.xml. */
  void replace(String name, String old, String replacement) throws IOException {
    replace(name, "solrconfig.xml", old, replacement);
  }

  private void replace(String name, String file, String old, String replacement)
      throws IOException {
    Path config = home.folder().resolve(name).resolve("conf").resolve(file);
    String text = Files.readString(config);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " does not say " + old);
    }
    Files.writeString(config, text.replace(old, replacement));
  }

  /** Moves the plugin from where all cores have it to a core that loads it by itself. */
  void giveJarsTo(String core) throws IOException {
    Path own = Files.createDirectories(home.folder().resolve(core).resolve("jars"));
    try (Stream<Path> jars = Files.list(home.folder().resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.move(jar, own.resolve(jar.getFileName()));
      }
    }
    Path config = home.folder().resolve(core).resolve("conf/solrconfig.xml");
    String lib = "<config><lib dir=\"./jars\" regex=\".*\\.jar\"/>";
    Files.writeString(config, Files.readString(config).replace("<config>", lib));
  }

  Http start() {
    server = SolrServer.start(home.folder(), 0);
    return new Http(server.url());
  }

  SolrServer server() {
    return server;
  }

  /** The place in the log where what comes from now on begins. */
  static int logEnd() throws IOException {
    return Files.readString(LOG).length();
  }

  /** How often the log says something, after a place in it. */
  static long logged(int from, String words) throws IOException {
    return Files.readString(LOG).substring(from).lines().filter(l -> l.contains(words)).count();
  }

  /**
   * What Docket says of a core at a level, in the log after a place in it; without the words that
   * come first. The log's own column for the core is empty while one reloads.
   */
  static List<String> told(int from, String level, String core) throws IOException {
    Pattern line = Pattern.compile("\\S+ " + level + " .* Docket in core " + core + ": (.*)");
    return Files.readString(LOG)
        .substring(from)
        .lines()
        .map(line::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .toList();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
