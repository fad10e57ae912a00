/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.docket.io.Sha256;

/** The files that a model is measured on. */
public final class DataFacts {

  private DataFacts() {}

  /**
   * For the report: their names, sizes and hashes. A pipe, which can be read once, has none.
   *
   * @throws IOException if a file cannot be read
   */
  public static FactGroup of(List<Path> files) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      String key = "file" + (i + 1);
      facts.put(key, String.valueOf(file.getFileName()));
      if (Files.isRegularFile(file)) {
        facts.put(key + ".bytes", String.format(Locale.ROOT, "%,d", Files.size(file)));
        facts.put(key + ".sha256", Sha256.hex(file));
      }
    }
    return FactGroup.of("Data", facts);
  }
}
