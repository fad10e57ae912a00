/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.Docket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code deploy} against a cluster: each replica gets the model, or keeps its own. */
class DeployIT {

  private static final String PROCESSOR =
      "<processor class=\"org.docket.solr.DoccatUpdateProcessorFactory\">";
  private static final String SET = "${docket.model:models/complaints-en.bin}";

  private static final String DEFAULT = "${docket.model:" + Cluster.MODEL + "}";

  @TempDir static Path folder;
  private static Cluster cluster;
  private static Path second;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.shared();
    second = Files.copy(Cluster.MODEL, folder.resolve("second.bin"));
    Files.write(second, new byte[1], StandardOpenOption.APPEND); // zips may have something behind
  }

  @Test
  void eachReplicaGetsTheModelAndTheOldOneBack() throws Exception {
    cluster.configset("deployed", "<str name=\"doccat.fl\">", labelMap(), SET, DEFAULT);
    collection("deployed", 2);
    collection("sharing", 1);
    String tag = "complaints-en-" + hash(second) + ".bin " + hash(second);

    Run run = deploy("--model", second.toString(), "--solr", url("deployed"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("sharing has the same configset", "In service: " + tag);
    assertThat(tags("deployed")).containsExactly(tag, tag);
    assertThat(tags("sharing")).containsExactly(tag);
    assertThat(deploy("--model", second.toString(), "--solr", url("deployed")).out())
        .contains("is in service already");

    Run back = deploy("--rollback", "--zookeeper", zookeeper(), "--collection", "deployed");
    assertThat(back.exitCode()).as(back.err()).isZero();
    String first = "complaints-en.bin " + hash(Cluster.MODEL);
    assertThat(tags("deployed")).containsExactly(first, first);
    assertThat(deploy("--rollback", "--solr", url("deployed")).err())
        .contains("there is no model to go back to");

    Path useless = useless();
    Run failed = deploy("--wait", "3", "--model", useless.toString(), "--solr", url("deployed"));
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains("does not serve " + hash(useless), first + " is back in service");
    assertThat(tags("deployed")).containsExactly(first, first);
    assertThat(deploy("--rollback", "--solr", url("deployed")).err())
        .contains("there is no model to go back to");
  }

  /** As the page tells to set it up in the configset _default. */
  @Test
  void aProcessorOfTheConfigApiIsChangedThere() throws Exception {
    String config = Files.readString(Cluster.REPOSITORY.resolve("conf/complaints/solrconfig.xml"));
    int start = config.indexOf(PROCESSOR);
    String ours = config.substring(start, config.indexOf("</processor>", start) + 12);
    cluster.configset("overlaid", ours, "");
    cluster.collection("overlaid", "overlaid", 1, 1);
    change(
        "overlaid",
        "{\"add-updateprocessor\":{\"name\":\"doccat\","
            + "\"class\":\"org.docket.solr.DoccatUpdateProcessorFactory\",\"doccat.model\":\""
            + Cluster.MODEL
            + "\",\"doccat.fl\":\"narrative\",\"doccat.categoryField\":\"predicted_category\","
            + "\"doccat.modelField\":\"predicted_model\"},\"add-initparams\":{\"name\":\"doccat\","
            + "\"path\":\"/update\",\"defaults\":{\"processor\":\"doccat\"}}}");

    Run run = deploy("--model", second.toString(), "--solr", url("overlaid"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(tags("overlaid"))
        .containsExactly("complaints-en-" + hash(second) + ".bin " + hash(second));
    cluster.client().add("overlaid", Complaints.document("1", Complaints.text(0)));
    assertThat(cluster.replicas("overlaid").agreeing().get("1").get("predicted_model").toString())
        .startsWith("complaints-en-" + hash(second));

    Run back = deploy("--rollback", "--solr", url("overlaid"));
    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(tags("overlaid")).containsExactly("complaints-en.bin " + hash(Cluster.MODEL));
  }

  @Test
  void whatMustBeChangedByHandIsTold() throws Exception {
    cluster.configset("fixed", SET, Cluster.MODEL.toString());
    cluster.collection("fixed", "fixed", 1, 1);

    Run run = deploy("--model", second.toString(), "--solr", url("fixed"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "the model of fixed cannot be changed over HTTP",
            "goes on serving",
            "${docket.model:filestore:/models/complaints-en-" + hash(second) + ".bin}</str>");
    assertThat(tags("fixed")).containsExactly("complaints-en.bin " + hash(Cluster.MODEL));
  }

  /** A property of the core wins over what the Config API says. */
  @Test
  void aPropertyOfTheCoresIsTold() throws Exception {
    cluster.configset("owned");
    cluster.collection("owned", "owned", 1, 1);

    Run run = deploy("--wait", "3", "--model", second.toString(), "--solr", url("owned"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("docket.model is set in core.properties", "is back in service");
    assertThat(tags("owned")).containsExactly("complaints-en.bin " + hash(Cluster.MODEL));
  }

  private static void collection(String name, int replicas) throws Exception {
    CollectionAdminRequest.createCollection(name, "deployed", 1, replicas)
        .process(cluster.client());
    cluster.waitFor(name, 1, replicas);
  }

  /** What the shipped model has and the useless one has not. */
  private static String labelMap() {
    return "<str name=\"doccat.labelMap\">Mortgage:Homes</str><str name=\"doccat.fl\">";
  }

  private static Path useless() throws IOException {
    Path file = folder.resolve("useless.bin");
    TrainingParameters params = TrainingParameters.defaultParams();
    params.put(TrainingParameters.CUTOFF_PARAM, 1);
    params.put(TrainingParameters.ITERATIONS_PARAM, 5);
    DocumentCategorizerME.train(
            "eng",
            ObjectStreamUtils.createObjectStream(
                new DocumentSample("A", new String[] {"the", "bank"}),
                new DocumentSample("B", new String[] {"the", "fee"})),
            params,
            new DoccatFactory())
        .serialize(file);
    return file;
  }

  private static void change(String collection, String commands) throws Exception {
    GenericSolrRequest request =
        new GenericSolrRequest(METHOD.POST, "/config")
            .setRequiresCollection(true)
            .withContent(commands.getBytes(StandardCharsets.UTF_8), "application/json");
    NamedList<Object> answer = cluster.client().request(request, collection);
    assertThat(answer.get("error")).as(answer.toString()).isNull();
  }

  /** What each replica says that it tags with. */
  private static List<String> tags(String collection) throws Exception {
    List<String> tags = new ArrayList<>();
    List<Replica> replicas =
        cluster.state(collection).getSlices().stream()
            .flatMap(slice -> slice.getReplicas().stream())
            .toList();
    for (Replica replica : replicas) {
      try (SolrClient client = Cluster.clientOf(replica.getBaseUrl())) {
        GenericSolrRequest info =
            new GenericSolrRequest(
                    METHOD.GET, "/doccat", new ModifiableSolrParams().set("info", true))
                .setRequiresCollection(true);
        Object model = client.request(info, replica.getCoreName()).get("model");
        tags.add(
            (model instanceof NamedList<?> list ? list.get("tag") : ((Map<?, ?>) model).get("tag"))
                .toString());
      }
    }
    return tags;
  }

  private static String url(String collection) {
    return cluster.node(0).getBaseUrl() + "/" + collection;
  }

  private static String zookeeper() {
    return cluster.solr().getZkServer().getZkAddress();
  }

  private static String hash(Path model) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model));
    return HexFormat.of().formatHex(digest).substring(0, 12);
  }

  private record Run(int exitCode, String out, String err) {}

  private static Run deploy(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("deploy"));
    all.addAll(List.of(arguments));
    int exitCode =
        Docket.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }
}
