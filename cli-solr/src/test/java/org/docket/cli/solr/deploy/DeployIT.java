/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.solr.common.util.Utils;
import org.docket.cli.ExitCode;
import org.docket.io.Sha256;
import org.docket.solr.server.SolrHome;
import org.docket.solr.server.SolrServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deploys into Docket's own server. The cores "complaints" and "twin" have one model, "mapped"
 * another of the same content, and a label map that asks for the category Mortgage.
 */
class DeployIT {

  private static final Path REPOSITORY = Path.of(System.getProperty("docket.home"));
  private static final String MORTGAGE = "Mortgage: the bank took my house";
  private static final String LABEL_MAP = "<str name=\"doccat.labelMap\">Mortgage:Homes</str>";

  @TempDir static Path folder;
  private static SolrServer server;
  private static Path models;
  private static Path first;
  private static Path second;
  private static Path other;

  @BeforeAll
  static void start() throws Exception {
    first = TinyModels.train(folder.resolve("first.bin"), MORTGAGE, "Card: the fee of my card");
    second = TinyModels.train(folder.resolve("second.bin"), MORTGAGE, "Loan: my student loan");
    other = TinyModels.train(folder.resolve("other.bin"), "A: the bank", "B: the fee");
    SolrHome home = SolrHome.create(folder.resolve("home")).addPlugin(plugin());
    Path configset = REPOSITORY.resolve("conf/complaints");
    home.addCore("complaints", configset).addCore("twin", configset).addCore("mapped", configset);
    models = Files.createDirectories(home.folder().resolve("models"));
    Files.copy(first, models.resolve("complaints-en.bin"));
    Files.copy(first, models.resolve("mapped.bin"));
    Path mapped = home.folder().resolve("mapped");
    Files.writeString(
        mapped.resolve("core.properties"), "name=mapped\ndocket.model=models/mapped.bin\n");
    Path config = mapped.resolve("conf/solrconfig.xml");
    Files.writeString(
        config, Files.readString(config).replaceFirst("(?=<str name=\"doccat.fl\">)", LABEL_MAP));
    server = SolrServer.start(home.folder(), 0);
    assertThat(server.coreFailures()).isEmpty();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Path plugin() throws IOException {
    Path target = REPOSITORY.resolve("solr-plugin/target");
    try (DirectoryStream<Path> zips = Files.newDirectoryStream(target, "docket-solr-*.zip")) {
      return zips.iterator().next();
    }
  }

  @BeforeEach
  void beginWithTheFirst() throws Exception {
    for (String name : new String[] {"complaints-en.bin", "mapped.bin"}) {
      Files.copy(first, models.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(models.resolve(name + ".before.json"));
      for (Path model : new Path[] {first, second, other}) {
        Files.deleteIfExists(kept(name, model));
      }
    }
    for (String core : new String[] {"complaints", "twin", "mapped"}) {
      ask("/admin/cores?action=RELOAD&core=" + core);
      assertServes(core, first);
    }
  }

  @Test
  void deploysGoesBackAndDeploysAgain() throws Exception {
    Run run = deploy("complaints", second);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("complaints is reloaded", "twin is reloaded", "In service: ");
    assertServes("complaints", second);
    assertServes("twin", second);
    assertServes("mapped", first);
    assertThat(models.resolve("complaints-en.bin")).hasSameBinaryContentAs(second);
    assertThat(kept("complaints-en.bin", first)).hasSameBinaryContentAs(first);

    assertThat(deploy("complaints", second).out()).contains("is in service already");

    Run back = Run.deploy("--rollback", "--solr", url("complaints"));
    assertThat(back.exitCode()).as(back.err()).isZero();
    assertServes("complaints", first);
    assertServes("twin", first);
    Run further = Run.deploy("--rollback", "--solr", url("complaints"));
    assertThat(further.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(further.err()).contains("there is no model to go back to");

    assertThat(deploy("complaints", second).exitCode()).isZero();
    assertServes("complaints", second);
  }

  /** Each step back is one further, whatever was deployed between. */
  @Test
  void goesBackStepByStep() throws Exception {
    deploy("complaints", second);
    deploy("complaints", other);
    assertServes("complaints", other);

    Run.deploy("--rollback", "--solr", url("complaints"));
    assertServes("complaints", second);
    Run.deploy("--rollback", "--solr", url("complaints"));
    assertServes("complaints", first);
  }

  /** Solr goes on with the old one by itself, and would not start with what lies there. */
  @Test
  void aModelThatSolrCannotUseIsTakenAwayAgain() throws Exception {
    Run run = deploy("mapped", other, "--wait", "1");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("mapped does not serve " + hash(other).substring(0, 12))
        .endsWith("mapped.bin " + hash(first).substring(0, 12) + " is back in service");
    assertServes("mapped", first);
    assertThat(models.resolve("mapped.bin")).hasSameBinaryContentAs(first);
    assertThat(models.resolve("mapped.bin.before.json")).hasContent("[]");
  }

  @Test
  void anAttemptThatWasKilledIsTakenUpAgain() throws Exception {
    Files.copy(first, kept("complaints-en.bin", first));
    Files.writeString(
        models.resolve("complaints-en.bin.before.json"),
        "[{\"location\":\"x\",\"sha256\":\"" + hash(first) + "\"}]");
    assertThat(Run.deploy("--rollback", "--solr", url("complaints")).err())
        .contains("there is no model to go back to");
    Files.copy(second, models.resolve("complaints-en.bin"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(deploy("complaints", second).exitCode()).isZero();
    assertServes("complaints", second);
    Run.deploy("--rollback", "--solr", url("complaints"));
    assertServes("complaints", first);
    assertThat(models.resolve("complaints-en.bin.before.json")).hasContent("[]");
  }

  @Test
  void aFileThatIsNotWhatServesIsLeftAlone() throws Exception {
    Files.copy(other, models.resolve("complaints-en.bin"), StandardCopyOption.REPLACE_EXISTING);

    Run run = deploy("complaints", second);

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err()).contains("complaints-en.bin is not the model that serves");
    assertThat(models.resolve("complaints-en.bin")).hasSameBinaryContentAs(other);
    Run itself = deploy("complaints", models.resolve("complaints-en.bin"));
    assertThat(itself.err()).contains("--model is the very file that Solr reads");
    assertServes("complaints", first);
  }

  @Test
  void aCheckChangesNothing() throws Exception {
    Run check = deploy("complaints", second, "--check");

    assertThat(check.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(check.err()).contains("complaints does not serve " + hash(second).substring(0, 12));
    assertServes("complaints", first);
    assertThat(deploy("complaints", first, "--check").exitCode()).isZero();
  }

  @Test
  void whatSomebodyCopiedIsReloadedAndLookedAt() throws Exception {
    Run early = deploy("complaints", second, "--copied", "--wait", "1");
    assertThat(early.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(early.err()).contains("Look whether ", "models/complaints-en.bin is there the file");

    Files.copy(second, models.resolve("complaints-en.bin"), StandardCopyOption.REPLACE_EXISTING);
    Run run = deploy("complaints", second, "--copied");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertServes("complaints", second);
  }

  @Test
  void aSolrHomeMayBeSeenElsewhere() throws Exception {
    Path seen = Files.createSymbolicLink(folder.resolve("seen"), folder.resolve("home"));

    Run run = deploy("complaints", second, "--solr-home", seen.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertServes("complaints", second);
    Run wrong = deploy("complaints", first, "--solr-home", folder.toString());
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(wrong.err()).contains("this machine does not have the file", "Nothing is done");
  }

  @Test
  void warnsOfCategoriesThatTheModelDoesNotGive() throws Exception {
    post("/complaints/update?commit=true", "[{'complaint_id':'1','narrative':'fee of my card'}]");

    Run run = deploy("complaints", second, "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("categories that this model does not give: Card (1)");
    Object facts = Utils.fromJSONString(run.out());
    assertThat(Tree.text(facts, "status")).isEqualTo("deployed");
    assertThat(Tree.text(facts, "sha256")).isEqualTo(hash(second));
    assertThat(Tree.text(facts, "before")).startsWith("complaints-en.bin ");
    assertThat(Tree.texts(Tree.at(facts, "cores"))).containsExactly("complaints", "twin");
    assertThat(Tree.text(facts, "categoriesOfNoModel", "Card")).isEqualTo("1");
    assertThat(Integer.parseInt(Tree.text(facts, "textsCompared"))).isGreaterThan(3);
    post("/complaints/update?commit=true", "{'delete':{'query':'*:*'}}");
  }

  private static Run deploy(String core, Path model, String... more) {
    String[] arguments = new String[more.length + 4];
    System.arraycopy(more, 0, arguments, 4, more.length);
    arguments[0] = "--model";
    arguments[1] = model.toString();
    arguments[2] = "--solr";
    arguments[3] = url(core);
    return Run.deploy(arguments);
  }

  private static Path kept(String name, Path model) throws IOException {
    return models.resolve(name.replace(".bin", "-" + hash(model).substring(0, 12) + ".bin"));
  }

  private static String hash(Path model) throws IOException {
    return Sha256.hex(model);
  }

  private static String url(String core) {
    return server.url() + "/" + core;
  }

  private static void assertServes(String core, Path model) throws Exception {
    assertThat(Tree.text(ask("/" + core + "/doccat?info=true"), "model", "sha256"))
        .as(core)
        .isEqualTo(hash(model));
  }

  private static Object ask(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(server.url() + path)));
  }

  private static void post(String path, String json) throws Exception {
    send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  private static Object send(HttpRequest.Builder request) throws Exception {
    String answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
    return Utils.fromJSONString(answer);
  }
}
