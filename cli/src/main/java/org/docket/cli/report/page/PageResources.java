/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What a page is made of: our files beside this class, the libraries in their WebJars. */
final class PageResources {

  /** In the order in which they need each other. */
  private static final List<String> LIBRARIES = List.of("vega", "vega-lite", "vega-embed");

  /** The order of the sections is that of the page. */
  private static final List<String> SCRIPTS =
      List.of(
          "base.js",
          "table.js",
          "chart.js",
          "documents.js",
          "threshold.js",
          "summary.js",
          "models.js",
          "folds.js",
          "trials.js",
          "learning-curve.js",
          "categories.js",
          "lengths.js",
          "epochs.js",
          "confusion.js",
          "per-category.js",
          "reliability.js",
          "coverage.js",
          "model-details.js",
          "mistakes.js",
          "pairs.js",
          "label-errors.js",
          "words.js",
          "facts.js",
          "main.js");

  private PageResources() {}

  /** The contents of all script elements. */
  static List<String> scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    for (String library : LIBRARIES) {
      scripts.add(library(library));
    }
    for (String script : SCRIPTS) {
      scripts.add(read(script));
    }
    return scripts;
  }

  /** A file of ours. */
  static String read(String name) throws IOException {
    return content("/org/docket/cli/report/page/" + name);
  }

  /** The minified file of a WebJar, whose version stands in the path, without its source map. */
  private static String library(String name) throws IOException {
    String path = "/META-INF/resources/webjars/" + name + "/" + version(name) + "/";
    return content(path + name + ".min.js").replaceAll("(?m)^//# sourceMappingURL=.*$", "");
  }

  private static String version(String name) throws IOException {
    String path = "/META-INF/maven/org.webjars/" + name + "/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = open(path);
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.ISO_8859_1)) {
      properties.load(reader);
    }
    return properties.getProperty("version");
  }

  /** With the line ends that an HTML parser makes of all others: the hashes are taken of these. */
  private static String content(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n")
          .replace('\r', '\n');
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = PageResources.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException(
          path + " is not on the class path, which a page of a report is made of");
    }
    return in;
  }
}
