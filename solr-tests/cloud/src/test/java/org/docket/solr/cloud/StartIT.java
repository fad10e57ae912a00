/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.common.SolrDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is refused when a replica starts, and what goes on when one reloads. */
class StartIT {

  private static final String CHAIN =
      "<updateRequestProcessorChain name=\"doccat\" default=\"true\">";
  private static final Path LOG = Path.of(System.getProperty("docket.log"));

  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.shared();
  }

  @Test
  void aProcessorBehindTheDistributionIsRefusedWithTheChainToUse() throws Exception {
    cluster.configset(
        "behind", CHAIN, CHAIN + "<processor class=\"solr.DistributedUpdateProcessorFactory\"/>");

    assertThatThrownBy(() -> cluster.collection("behind", "behind", 1, 1))
        .hasMessageContaining("behind");
    assertThat(Files.readString(LOG))
        .contains(
            "Docket: the default chain 'doccat' has this processor after"
                + " solr.DistributedUpdateProcessorFactory, where SolrCloud would run it again on"
                + " every replica; put it first: <updateRequestProcessorChain …>");
  }

  @Test
  void aBadModelAtReloadLeavesTheOldOneServingOnAllReplicas() throws Exception {
    Path model = model();
    cluster.configset("model").collection("model", "model", 1, 2, model.toString());
    assertTags("model");
    Files.writeString(model, "broken");

    assertThat(reload("model")).isTrue();
    assertTags("model");
    assertThat(
            Files.readString(LOG)
                .lines()
                .filter(line -> line.contains("goes on serving, for the new one cannot be used")))
        .hasSize(2);
  }

  @Test
  void aWrongConfigurationAtReloadIsRefusedAndTheShardIsWhole() throws Exception {
    cluster.configset("wrong").collection("wrong", "wrong", 1, 2);
    assertTags("wrong");
    cluster.configset("wrong", ">predicted_category<", ">no_such_field<");

    assertThat(reload("wrong")).isFalse();
    assertTags("wrong");
  }

  /** Tags; and what a delete by query takes away is gone at once, before any commit. */
  private static void assertTags(String collection) throws Exception {
    cluster.client().add(collection, Complaints.document("1", Complaints.text(0)));
    SolrDocument found = cluster.client().getById(collection, "1");
    assertThat(found.getFieldValue("predicted_category")).isNotNull();
    cluster.client().deleteByQuery(collection, "complaint_id:1");
    assertThat((Object) cluster.client().getById(collection, "1")).isNull();
  }

  private static boolean reload(String collection) throws Exception {
    return CollectionAdminRequest.reloadCollection(collection)
        .process(cluster.client())
        .isSuccess();
  }

  /** Where Solr allows files, to be changed. */
  private static Path model() throws IOException {
    Path target = LOG.toAbsolutePath().getParent();
    Path model = Files.createTempDirectory(target, "models").resolve("model.bin");
    return Files.copy(Cluster.MODEL, model);
  }
}
