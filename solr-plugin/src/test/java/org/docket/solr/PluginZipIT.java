/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.docket.solr.config.DoccatParams;
import org.junit.jupiter.api.Test;

/** What a search engineer unpacks into Solr: nothing missing, nothing that Solr has already. */
class PluginZipIT {

  private static final String ZIP = System.getProperty("docket.plugin.zip");
  private static final String VERSION = "-\\d[^/]*\\.jar";

  @Test
  void holdsOneJarAndThreeTexts() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP)) {
      assertThat(zip.stream().map(ZipEntry::getName).map(name -> name.replaceAll(VERSION, "")))
          .containsExactlyInAnyOrder(
              "docket-solr", "docket-LICENSE.txt", "docket-NOTICE.txt", "docket-README.txt");
    }
  }

  @Test
  void readmeNamesEveryParameter() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP)) {
      String readme =
          new String(
              zip.getInputStream(zip.getEntry("docket-README.txt")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(readme).contains(DoccatParams.ALL);
    }
  }
}
