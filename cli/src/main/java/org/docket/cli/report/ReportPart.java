/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.cli.Json;
import org.docket.cli.report.figures.Bootstrap;
import org.docket.cli.report.page.ReportPage;

/** The folder in which a report comes to be. */
record ReportPart(Path folder) {

  Path file(ReportFile name) {
    return folder.resolve(name.fileName());
  }

  /** Half of a surrogate pair becomes a question mark, for UTF-8 has none. */
  void writeJson(ReportFile name, String json) throws IOException {
    Files.write(file(name), (json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The files that are there, and those that are to be written last. */
  List<ReportFile> filesWithData() {
    return Arrays.stream(ReportFile.values())
        .filter(
            each ->
                each == ReportFile.INDEX || each == ReportFile.REPORT || Files.exists(file(each)))
        .toList();
  }

  /** Writes what is shown, and the page that shows it. */
  void writeData(String title, Map<String, Object> data) throws IOException {
    writeJson(ReportFile.REPORT, Json.line(data));
    ReportPage.write(title, data, file(ReportFile.INDEX));
  }

  /** What of a report came by drawing lots. */
  static Map<String, Object> sampling() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("bootstrap resamples", Bootstrap.RESAMPLES);
    facts.put("bootstrap seed", Bootstrap.SEED);
    return facts;
  }
}
