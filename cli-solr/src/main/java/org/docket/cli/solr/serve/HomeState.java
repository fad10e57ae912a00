/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;

/**
 * What a home was made of: a file in it, by which a folder is known to be one.
 *
 * @param ready whether Solr has started on it; else it may be half laid out
 * @param plugin the hash of the plugin's zip in its folder lib
 * @param configset the hash of the configset that it began with
 * @param model the hash of the model that it began with
 */
record HomeState(boolean ready, String plugin, String configset, String model) {

  static final String FILE = "docket-home.properties";

  private static final String STATE = "state";
  private static final String READY = "ready";
  private static final String BEGUN = "begun";
  private static final String PLUGIN = "plugin";
  private static final String CONFIGSET = "configset";
  private static final String MODEL = "model";

  /**
   * Reads it.
   *
   * @return empty if the folder has none
   * @throws DocketException if it is damaged
   */
  static Optional<HomeState> read(Path home) throws IOException {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties values = new Properties();
    try (Reader reader = new StringReader(Files.readString(file))) {
      values.load(reader);
    } catch (IllegalArgumentException e) {
      throw damaged(file, e);
    }
    String state = values.getProperty(STATE, "");
    if (!values.stringPropertyNames().containsAll(List.of(PLUGIN, CONFIGSET, MODEL))
        || !(state.equals(READY) || state.equals(BEGUN))) {
      throw damaged(file, null);
    }
    return Optional.of(
        new HomeState(
            state.equals(READY),
            values.getProperty(PLUGIN),
            values.getProperty(CONFIGSET),
            values.getProperty(MODEL)));
  }

  private static DocketException damaged(Path file, Exception cause) {
    return new DocketException(
        file
            + " is damaged, so the home is left as it is; take it from a backup, or name another"
            + " folder with --home",
        cause);
  }

  void write(Path home) throws IOException {
    Properties values = new Properties();
    values.setProperty(STATE, ready ? READY : BEGUN);
    values.setProperty(PLUGIN, plugin);
    values.setProperty(CONFIGSET, configset);
    values.setProperty(MODEL, model);
    WholeFile.write(
        home.resolve(FILE),
        part -> {
          try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            values.store(writer, "A home of docket serve; what it was made of");
          }
        });
  }

  HomeState asReady() {
    return new HomeState(true, plugin, configset, model);
  }

  HomeState withPlugin(String other) {
    return new HomeState(ready, other, configset, model);
  }
}
