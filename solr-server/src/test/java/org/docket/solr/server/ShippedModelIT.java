/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shipped, put together as its README says: plugin zip, model, configset. */
class ShippedModelIT {

  /** The demo complaints are harder to tell than real ones: the model is right in 57 % of them. */
  private static final double MUCH_BETTER_THAN_CHANCE = 0.5;

  @TempDir Path folder;

  @Test
  void tagsTheDemoComplaints() throws Exception {
    SolrHome home =
        SolrHome.create(folder)
            .addPlugin(Fixture.PLUGIN)
            .addModel(Fixture.REPOSITORY.resolve("models/complaints-en.bin"))
            .addCore("complaints", Fixture.CONFIGSET);
    try (SolrServer server = SolrServer.start(home.folder(), 0)) {
      assertThat(server.coreFailures()).isEmpty();
      Http solr = new Http(server.url());
      String csv = Files.readString(Fixture.REPOSITORY.resolve("conf/demo/complaints.csv"));
      solr.post("/complaints/update?commit=true", "text/csv; charset=utf-8", csv);

      JsonNode all = solr.get("/complaints/select?rows=1000&facet=true");
      assertThat(all.at("/facet_counts/facet_fields/predicted_category")).hasSize(2 * 9);
      assertThat(accuracy(all.at("/response/docs"))).isGreaterThan(MUCH_BETTER_THAN_CHANCE);
    }
  }

  private static double accuracy(JsonNode documents) {
    int right = 0;
    for (JsonNode document : documents) {
      assertThat(document.get("predicted_score").asDouble()).isBetween(0.0, 1.0);
      right += document.get("category").equals(document.get("predicted_category")) ? 1 : 0;
    }
    return (double) right / documents.size();
  }
}
