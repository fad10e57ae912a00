/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shipped, put together as its README says: plugin zip, model, configset. */
class ShippedModelIT {

  @TempDir Path folder;

  /**
   * @param file complaints in conf/demo
   * @param complaints how many it has
   * @param asMeant how many of them the shipped model tags as their author meant
   */
  @ParameterizedTest
  @CsvSource({
    "complaints.csv, 210, 166",
    "complaints-hard.csv, 209, 123",
  })
  void tagsTheDemoComplaints(String file, int complaints, int asMeant) throws Exception {
    SolrHome home =
        SolrHome.create(folder)
            .addPlugin(Fixture.PLUGIN)
            .addModel(Fixture.REPOSITORY.resolve("models/complaints-en.bin"))
            .addCore("complaints", Fixture.CONFIGSET);
    try (SolrServer server = SolrServer.start(home.folder(), 0)) {
      assertThat(server.coreFailures()).isEmpty();
      Http solr = new Http(server.url());
      String csv = Files.readString(Fixture.REPOSITORY.resolve("conf/demo").resolve(file));
      solr.post("/complaints/update?commit=true", "text/csv; charset=utf-8", csv);

      JsonNode all = solr.get("/complaints/select?rows=1000&facet=true");
      assertThat(all.at("/facet_counts/facet_fields/predicted_category")).hasSize(2 * 9);
      assertThat(all.at("/response/docs")).hasSize(complaints);
      assertThat(taggedAsMeant(all.at("/response/docs"))).isEqualTo(asMeant);
    }
  }

  private static int taggedAsMeant(JsonNode documents) {
    int right = 0;
    for (JsonNode document : documents) {
      assertThat(document.get("predicted_score").asDouble()).isBetween(0.0, 1.0);
      right += document.get("category").equals(document.get("predicted_category")) ? 1 : 0;
    }
    return right;
  }
}
