/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.docket.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;

class DemoReportTest {

  private static final TaggedComplaint RIGHT =
      new TaggedComplaint("Mortgage", "Mortgage", 0.914, "They  foreclose\non 5 % of us");
  private static final TaggedComplaint WRONG =
      new TaggedComplaint("Mortgage", "Cards", 0.4, "w".repeat(200));

  private final StringWriter text = new StringWriter();
  private final DemoReport report =
      new DemoReport(new PrintWriter(text, true), Terminal.NONE, Set.of("Mortgage", "Cards"));

  @Test
  void barsAreInProportion() {
    Map<String, Long> facets = new LinkedHashMap<>();
    facets.put("Mortgage", 200L);
    facets.put("Cards", 1L);
    report.facets(facets);

    assertThat(text.toString())
        .contains(
            "  Mortgage  " + "#".repeat(30) + "      200  99.5 %\n",
            "  Cards     #" + " ".repeat(29) + "        1   0.5 %\n");
  }

  @Test
  void complaintsAreOneLineEach() {
    report.samples(List.of(RIGHT, WRONG, RIGHT));

    assertThat(text.toString().lines().toList())
        .hasSize(4)
        .contains("  Mortgage   91 %  They foreclose on 5 % of us")
        .anySatisfy(
            line ->
                assertThat(line)
                    .hasSize(100)
                    .startsWith("  Cards      40 %  www")
                    .endsWith("...  [meant: Mortgage]"));
  }

  @Test
  void leastSureComesFirst() {
    report.doubtful(List.of(RIGHT, WRONG));

    assertThat(text.toString().lines().skip(2).findFirst().orElseThrow()).contains("40 %");
  }

  @Test
  void accuracyIsTheShareThatIsRight() {
    report.accuracy(List.of(RIGHT, WRONG, RIGHT));

    assertThat(text.toString()).contains("Accuracy 66.7 %: 2 of 3 complaints");
  }

  @Test
  void accuracySaysOfWhichComplaintsItIsAndWhereRealOnesAre() {
    report.accuracy(Collections.nCopies(210, RIGHT));

    assertThat(text.toString().lines().skip(1))
        .containsExactly(
            "Accuracy 100.0 %: 210 of 210 complaints written for this demo got the category meant",
            "  A demo is no measure. On real complaints: see the model card, models/complaints-en.md")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void addressesStandAlone() {
    report.addresses(Map.of("facets", URI.create("http://127.0.0.1:1/solr?q=*%3A*")));

    assertThat(text.toString()).contains("  facets\n    http://127.0.0.1:1/solr?q=*%3A*\n");
  }
}
