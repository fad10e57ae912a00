/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.CoreAdminRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.docket.cli.Docket;
import org.docket.solr.server.SolrHome;
import org.docket.solr.server.SolrServer;

/**
 * A Solr with the packaged plugin and a model file {@code m.bin}, which can become another one:
 * what is about debts the old model calls Collection and the new one Debt; of scooters the old one
 * knows nothing.
 */
public final class TaggedSolr implements AutoCloseable {

  public static final String ID = "complaint_id";
  public static final String TEXT = "narrative";
  public static final String CATEGORY = "predicted_category";
  public static final String SOURCE = "predicted_source";

  private static final Path REPOSITORY =
      Path.of(System.getProperty("docket.home", "..")).toAbsolutePath().normalize();

  private final Path folder;
  private final SolrHome home;
  private SolrServer server;

  private TaggedSolr(Path folder, SolrHome home) {
    this.folder = folder;
    this.home = home;
  }

  /** Lays out a home with the old model; without any core yet. */
  public static TaggedSolr create(Path folder) throws IOException {
    TaggedSolr solr = new TaggedSolr(folder, SolrHome.create(folder.resolve("home")));
    solr.home.addPlugin(plugin());
    train(folder.resolve("old.bin"), false);
    train(folder.resolve("new.bin"), true);
    Files.createDirectories(solr.model().getParent());
    solr.put("old.bin");
    return solr;
  }

  /**
   * Adds a core of the shipped configset.
   *
   * @param replacements in its files: what it says, and what it is to say
   */
  public TaggedSolr core(String name, Map<String, String> replacements) throws IOException {
    home.addCore(name, REPOSITORY.resolve("conf/complaints"));
    Path core = home.folder().resolve(name);
    Files.writeString(
        core.resolve("core.properties"), "name=" + name + "\ndocket.model=models/m.bin\n");
    for (String file : List.of("solrconfig.xml", "schema.xml")) {
      Path path = core.resolve("conf").resolve(file);
      String text = Files.readString(path);
      for (Map.Entry<String, String> each : replacements.entrySet()) {
        text = text.replace(each.getKey(), each.getValue());
      }
      Files.writeString(path, text);
    }
    return this;
  }

  /** Takes a parameter of the processor out. */
  public static Map<String, String> without(String... parameters) {
    Map<String, String> replacements = new TreeMap<>();
    for (String parameter : parameters) {
      String field = parameter.replace("doccat.", "predicted_").replace("Field", "");
      replacements.put("<str name=\"" + parameter + "\">" + field + "</str>", "");
    }
    return replacements;
  }

  public TaggedSolr start() {
    server = SolrServer.start(home.folder(), 0);
    if (!server.coreFailures().isEmpty()) {
      throw new IllegalStateException(server.coreFailures().toString());
    }
    return this;
  }

  /** The address of a core. */
  public String url(String core) {
    return server.url() + "/" + core;
  }

  public SolrClient client(String core) {
    return new HttpJdkSolrClient.Builder(url(core)).useHttp1_1(true).build();
  }

  /** Puts the old or the new model into service, as people do by hand. */
  public void deploy(String model, String... cores) throws IOException {
    put(model);
    try (SolrClient client =
        new HttpJdkSolrClient.Builder(server.url().toString()).useHttp1_1(true).build()) {
      for (String core : cores) {
        CoreAdminRequest.reloadCore(core, client);
      }
    } catch (SolrServerException e) {
      throw new IOException(e);
    }
  }

  private void put(String name) throws IOException {
    Path part = folder.resolve("part.bin");
    Files.copy(folder.resolve(name), part, StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, model(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path model() {
    return home.folder().resolve("models/m.bin");
  }

  /** All documents of a core, by id. */
  public static Map<String, SolrDocument> all(SolrClient client)
      throws IOException, SolrServerException {
    client.commit();
    Map<String, SolrDocument> all = new TreeMap<>();
    SolrQuery query = new SolrQuery("*:*").setRows(100_000).setFields("*", "_version_");
    client
        .query(query)
        .getResults()
        .forEach(each -> all.put(each.getFieldValue(ID).toString(), each));
    return all;
  }

  /** A document with a text. */
  public static SolrInputDocument document(String id, String text) {
    return new SolrInputDocument(ID, id, TEXT, text);
  }

  /** A partial update. */
  public static SolrInputDocument update(String id, Object... fieldsAndValues) {
    SolrInputDocument update = new SolrInputDocument(ID, id);
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      update.setField(
          fieldsAndValues[i].toString(), Collections.singletonMap("set", fieldsAndValues[i + 1]));
    }
    return update;
  }

  /** What a command printed. */
  public record Ran(int exitCode, String out, String err) {}

  /** Runs a command of docket. */
  public static Ran docket(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] typed =
        java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int exitCode =
        Docket.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(typed);
    return new Ran(exitCode, out.toString(), err.toString());
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }

  private static Path plugin() throws IOException {
    try (DirectoryStream<Path> zips =
        Files.newDirectoryStream(REPOSITORY.resolve("solr-plugin/target"), "docket-solr-*.zip")) {
      return zips.iterator().next();
    }
  }

  private static void train(Path model, boolean isNew) throws IOException {
    List<DocumentSample> samples = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      samples.add(sample("Mortgage", "house mortgage escrow"));
      samples.add(sample("Card", "card charged fee"));
      samples.add(sample(isNew ? "Debt" : "Collection", "debt collector calls"));
      if (isNew) {
        samples.add(sample("Vehicle", "scooter lease"));
      }
    }
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 30);
    try {
      DocumentCategorizerME.train(
              "eng", ObjectStreamUtils.createObjectStream(samples), parameters, new DoccatFactory())
          .serialize(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DocumentSample sample(String category, String words) {
    return new DocumentSample(category, words.split(" "));
  }
}
