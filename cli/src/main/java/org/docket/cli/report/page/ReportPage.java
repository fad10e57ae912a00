/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.docket.cli.Json;
import org.docket.io.WholeFile;

/**
 * Writes the page of a report: one file, to be opened from disk in any browser, with all figures,
 * charts and documents in it. Loads nothing, sends nothing.
 */
public final class ReportPage {

  /** A place in page.html. */
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private ReportPage() {}

  /**
   * Writes one page that needs nothing else. The file appears whole or not at all.
   *
   * @param title of the page
   * @param data the report, of what {@link Json#line} can express (maps, lists, records); anything
   *     may stand in its texts
   * @throws IOException if the file cannot be written
   */
  public static void write(String title, Object data, Path file) throws IOException {
    String json = Json.line(data);
    WholeFile.write(
        file,
        part -> {
          try (Writer page = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            write(title, json, page);
          }
        });
  }

  private static void write(String title, String json, Writer page) throws IOException {
    String style = PageResources.read("page.css");
    List<String> scripts = PageResources.scripts();
    Map<String, String> values =
        Map.of(
            "policy", ContentPolicy.of(style, scripts),
            "title", PageText.escape(title),
            "style", style,
            "licences", PageText.escape(PageResources.read("licences.txt")),
            "scripts", scripts.stream().map(ReportPage::element).collect(Collectors.joining("\n")));
    String template = PageResources.read("page.html");
    Matcher place = PLACE.matcher(template);
    int end = 0;
    while (place.find()) {
      page.append(template, end, place.start());
      if (place.group(1).equals("data")) {
        ScriptData.write(json, page);
      } else {
        page.append(values.get(place.group(1)));
      }
      end = place.end();
    }
    page.append(template, end, template.length());
  }

  private static String element(String script) {
    return "<script>" + script + "</script>";
  }
}
