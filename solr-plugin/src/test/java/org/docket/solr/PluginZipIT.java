/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
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

  /** What Solr's modules bring as well, above all another OpenNLP, must not be found in ours. */
  @Test
  void itsJarHoldsNoPackageButOurs() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP);
        ZipInputStream jar = new ZipInputStream(zip.getInputStream(jar(zip)))) {
      List<String> names = new ArrayList<>();
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        names.add(entry.getName());
      }
      assertThat(names)
          .filteredOn(name -> name.endsWith(".class"))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("org/docket/"));
      assertThat(names)
          .contains(
              "org/docket/shaded/opennlp/tools/doccat/DoccatModel.class",
              "org/docket/shaded/opennlp/tools/util/opennlp.version");
    }
  }

  @Test
  void noticeOfWhatItsJarHoldsIsThere() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP)) {
      assertThat(text(zip, "docket-NOTICE.txt"))
          .contains("OpenNLP Tools " + System.getProperty("docket.opennlp.version"))
          .contains("This product includes software developed at");
    }
  }

  @Test
  void readmeNamesEveryParameter() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP)) {
      String readme = text(zip, "docket-README.txt");
      assertThat(readme).contains(DoccatParams.ALL);
    }
  }

  private static ZipEntry jar(ZipFile zip) {
    return zip.stream().filter(e -> e.getName().endsWith(".jar")).findAny().orElseThrow();
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
