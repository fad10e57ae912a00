/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cores share a model, and a reload sees that the file has changed. The log counts the loads. */
class SharedModelIT {

  private static final String LOADED = "Loaded doccat model";
  private static final String RELEASED = "Released doccat model";
  private static final List<String> OTHERS =
      TinyModel.SENTENCES.stream().map(line -> line.replace("mortgage ", "housing ")).toList();

  @TempDir Path folder;

  @Test
  void oneInstanceForAllCoresUntilTheFileChanges() throws Exception {
    int log = Fixture.logEnd();
    try (Fixture fixture = Fixture.create(folder).core("one").core("two")) {
      Http solr = fixture.start();
      assertThat(tag(solr, "one")).isEqualTo("mortgage");
      assertThat(tag(solr, "two")).isEqualTo("mortgage");
      assertLog(log, 1, 0);

      reload(solr, "one");
      assertLog(log, 1, 0);

      changeModel(fixture);
      assertThat(tag(solr, "one")).isEqualTo("mortgage");
      reload(solr, "one");
      assertThat(tag(solr, "one")).isEqualTo("housing");
      assertThat(tag(solr, "two")).isEqualTo("mortgage");
      assertLog(log, 2, 0);

      reload(solr, "two");
      assertThat(tag(solr, "two")).isEqualTo("housing");
      assertLog(log, 2, 1);
    }
    assertLog(log, 2, 2);
  }

  private void changeModel(Fixture fixture) throws Exception {
    Path other = TinyModel.train(folder.resolve("other"), OTHERS);
    Path model = fixture.home().folder().resolve("models/tiny.bin");
    Files.copy(other, model, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String tag(Http solr, String core) throws Exception {
    solr.add(core, "{\"complaint_id\":\"1\",\"narrative\":\"foreclose my house\"}");
    return solr.document(core, "1").path("predicted_category").asText();
  }

  private static void reload(Http solr, String core) throws Exception {
    assertThat(
            solr.get("/admin/cores?action=RELOAD&core=" + core)
                .at("/responseHeader/status")
                .asInt())
        .isZero();
  }

  /** The old core closes a little after the reload has answered. */
  private static void assertLog(int from, int loads, int releases) throws Exception {
    for (int i = 0; i < 50 && Fixture.logged(from, RELEASED) < releases; i++) {
      Thread.sleep(100);
    }
    assertThat(Fixture.logged(from, LOADED)).isEqualTo(loads);
    assertThat(Fixture.logged(from, RELEASED)).isEqualTo(releases);
  }
}
