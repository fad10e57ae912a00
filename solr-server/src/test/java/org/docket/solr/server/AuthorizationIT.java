/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask the model, where Solr's own rules say who may read. */
class AuthorizationIT {

  /** Both users have the password of Solr's documentation. */
  private static final String SECURITY =
      """
      {
        "authentication": {
          "class": "solr.BasicAuthPlugin",
          "blockUnknown": true,
          "credentials": {
            "reader": "%1$s",
            "stranger": "%1$s"
          }
        },
        "authorization": {
          "class": "solr.RuleBasedAuthorizationPlugin",
          "user-role": {"reader": "readers"},
          "permissions": [
            {"name": "read", "role": "readers"}
          ]
        }
      }
      """;

  private static final String HASH =
      "IV0EHq1OnNrj6gvRCwvFwTrZ1+z1oBbnQdiVC3otuq0= Ndd7LKvVBAaZIF0QAVi1ekCfAJXr1GGfLtRUXhgrF8c=";
  private static final String PATH = "/complaints/doccat?text=house";

  @TempDir static Path folder;
  private static Fixture fixture;
  private static RawHttp raw;

  @BeforeAll
  static void start() throws Exception {
    fixture = Fixture.create(folder).core("complaints");
    Files.writeString(
        fixture.home().folder().resolve("security.json"), SECURITY.replace("%1$s", HASH));
    fixture.start();
    raw = new RawHttp(fixture.server().url());
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void whoMayReadMayAsk() throws Exception {
    assertThat(raw.getAs("reader", PATH).statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyElseMay() throws Exception {
    assertThat(raw.get(PATH).statusCode()).isEqualTo(401);
    assertThat(raw.getAs("stranger", PATH).statusCode()).isEqualTo(403);
  }
}
