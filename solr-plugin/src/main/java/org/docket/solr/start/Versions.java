/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import opennlp.tools.util.Version;
import org.apache.solr.core.SolrCore;
import org.docket.TextCategorizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which versions of what work together in a core. */
final class Versions {

  private static final Logger LOG = LoggerFactory.getLogger(Versions.class);

  /** Made at run time: a build that gives our OpenNLP another name leaves this one alone. */
  private static final List<String> OPENNLP_VERSION =
      List.of("OpenNLP".toLowerCase(Locale.ROOT), "tools", "util", "opennlp.version");

  private Versions() {}

  static String seenBy(SolrCore core) {
    String own = Version.currentVersion().toString();
    SortedSet<String> others = openNlps(core.getResourceLoader().getClassLoader());
    others.remove(own);
    return String.format(
        Locale.ROOT,
        "Docket %s with OpenNLP %s%s, Solr %s",
        implementation(TextCategorizer.class),
        own,
        others.isEmpty() ? "" : " (beside Solr's " + String.join(", ", others) + ")",
        core.getClass().getPackage().getSpecificationVersion());
  }

  private static String implementation(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "(unpacked)" : version;
  }

  private static SortedSet<String> openNlps(ClassLoader loader) {
    SortedSet<String> versions = new TreeSet<>();
    try {
      for (URL url : Collections.list(loader.getResources(String.join("/", OPENNLP_VERSION)))) {
        versions.add(version(url));
      }
    } catch (IOException e) {
      LOG.debug("Versions of OpenNLP cannot be read", e);
    }
    return versions;
  }

  private static String version(URL url) throws IOException {
    // Cached, the connection would keep the jar open after the core has closed.
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    try (Reader in = new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("OpenNLP-Version", "of unknown version");
    }
  }
}
