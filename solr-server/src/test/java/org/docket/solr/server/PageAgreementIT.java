/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How often people accept what the model says: figures of the page, counted again here. */
class PageAgreementIT extends ReviewPage {

  private static final String CORE = "agreement";

  /** A decision; the model's category and score are absent where it gave none. */
  private record Decision(String verdict, String category, Double score, String model, String at) {

    boolean isAccepted() {
      return verdict.equals("accepted");
    }

    String json(int id) {
      ObjectNode document = JSON.createObjectNode().put("complaint_id", "r" + id);
      document
          .put("narrative", "x")
          .put("predicted_category", "X")
          .put("predicted_source", "human");
      document.put("reviewed_by", "anna").put("reviewed_at", at).put("reviewed_verdict", verdict);
      document.put("reviewed_model", model).put("reviewed_model_category", category);
      document.put("reviewed_model_score", score);
      return document.toString();
    }
  }

  private static String month(int monthsAgo) {
    return java.time.YearMonth.now(java.time.ZoneOffset.UTC).minusMonths(monthsAgo)
        + "-01T12:00:00Z";
  }

  /**
   * The surest are right nine times in ten with the old model, and half of the time with the new.
   */
  private static List<Decision> decisions() {
    List<Decision> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String verdict = i % 10 == 0 ? "corrected" : "accepted";
      all.add(new Decision(verdict, "Mortgage", 0.9 + i % 2 / 20.0, "old 1", month(3)));
    }
    for (int i = 0; i < 30; i++) {
      String verdict = i % 2 == 0 ? "corrected" : "accepted";
      all.add(new Decision(verdict, "Cards <i>", 0.95, "new 2", month(0)));
    }
    for (int i = 0; i < 24; i++) {
      String verdict = i % 3 == 0 ? "corrected" : "accepted";
      all.add(new Decision(verdict, "Mortgage", 0.65, "old 1", month(3)));
    }
    for (int i = 0; i < 5; i++) {
      all.add(new Decision("accepted", "Student loan", 0.3, "old 1", month(0)));
    }
    all.add(new Decision("accepted", "Mortgage", 1.0, "old 1", month(40)));
    all.add(new Decision("corrected", "Mortgage", null, "old 1", month(0)));
    for (int i = 0; i < 7; i++) {
      all.add(new Decision("assigned", null, null, "new 2", month(0)));
    }
    return all;
  }

  private static void index(List<Decision> decisions) throws Exception {
    List<String> documents = new ArrayList<>();
    for (Decision decision : decisions) {
      documents.add(decision.json(documents.size()));
    }
    onlyThese(CORE, documents);
  }

  /** The first two columns of a row, and the last; the share without its interval. */
  private static String row(String table, String name) {
    return (String)
        browser.run(
            """
            const row = [...document.querySelectorAll('#agreement-' + arguments[0] + ' tbody tr')]
                .find((one) => one.querySelector('th').textContent === arguments[1]);
            const cells = [...row.querySelectorAll('td')].map((cell) => cell.textContent);
            const share = row.querySelector('.share strong')?.textContent ?? '';
            return [cells[0], share, cells[2], row.querySelector('.finding')?.textContent ?? ''].join(' | ');
            """,
            table,
            name);
  }

  /** The same, counted here. */
  private static String counted(Predicate<Decision> which, String claim, String finding) {
    List<Decision> looked =
        decisions().stream().filter(d -> !d.verdict().equals("assigned")).filter(which).toList();
    long accepted = looked.stream().filter(Decision::isAccepted).count();
    String share = String.format(Locale.ROOT, "%.0f%%", 100.0 * accepted / looked.size());
    return String.join(" | ", String.valueOf(looked.size()), share, claim, finding);
  }

  private static boolean isBetween(Double score, double from, double to) {
    return score != null && score >= from && score < to;
  }

  @Test
  void theFiguresAreThoseOfTheDecisions() throws Exception {
    index(decisions());

    open(CORE, "agreement");

    assertThat(row("bins", "0–50%")).isEqualTo("5 | 100% | 30% | more than it claims");
    assertThat(row("bins", "50–60%")).isEqualTo("0 |  | – | none looked at");
    assertThat(row("bins", "60–70%"))
        .isEqualTo(counted(d -> isBetween(d.score(), 0.6, 0.7), "65%", "fits"));
    assertThat(row("bins", "90–100%"))
        .isEqualTo(counted(d -> isBetween(d.score(), 0.9, 1.1), "94%", "less than it claims"));
    assertThat(row("categories", "Cards <i>"))
        .isEqualTo(counted(d -> "Cards <i>".equals(d.category()), "95%", "less than it claims"));
    assertThat(row("categories", "Mortgage"))
        .as("one of them has no score, so all together claim nothing")
        .isEqualTo(counted(d -> "Mortgage".equals(d.category()), "–", ""));
    assertThat(row("models", "new 2"))
        .isEqualTo(counted(d -> "new 2".equals(d.model()), "95%", "less than it claims"));
    assertThat(browser.texts("#agreement-months tbody th"))
        .as("the newest first, with the models of a month in which there were several")
        .hasSize(4)
        .contains("new 2", "old 1");
    assertThat(browser.texts("#agreement-months tbody tr:first-child td").get(0)).isEqualTo("36");
    assertThat(browser.text(".agreement"))
        .contains("People looked at 101 tags")
        .contains("To 7 more documents the model had given no category")
        .contains("1 tag came without a score")
        .contains("1 of 101 tags were looked at earlier");
    assertThat(browser.text(".headline"))
        .contains("less than it claims, beyond chance")
        .contains("of 71.");
    assertThat(browser.texts(".warning")).anySatisfy(w -> assertThat(w).contains("Cards <i>"));
    assertThat(browser.count(".agreement i")).isZero();
    picture("agreement-test-desktop");
    assertKeepsNobodyOut();
  }

  @Test
  void whatIsTooLittleIsCalledSo() throws Exception {
    index(
        List.of(
            new Decision("accepted", "Mortgage", 0.92, "old 1", month(0)),
            new Decision("corrected", "Mortgage", 0.97, "old 1", month(0))));

    open(CORE, "agreement");

    assertThat(browser.text(".headline")).contains("Too few were looked at");
    assertThat(browser.count(".warning")).isZero();
  }

  @Test
  void onlyTheDocumentsOfASearchAreCounted() throws Exception {
    index(decisions());

    open(CORE, "agreement?state=corrected");

    assertThat(browser.text(".agreement")).contains("People looked at 28 tags", "0%");
    assertThat(browser.text(".scope")).contains("Only what your search finds");
  }

  @Test
  void whereNobodyHasLookedItSaysSo() throws Exception {
    open("empty", "agreement");

    assertThat(browser.text(".agreement")).contains("Nobody has accepted or corrected a tag yet");
  }

  @Test
  void withoutTheFieldsItSaysWhichAreMissing() {
    open("bare", "agreement");
    browser.messages(); // Solr's refusals are how the page finds out

    assertThat(browser.text(".agreement")).contains("reviewed_verdict", "nothing can be counted");
  }

  @Test
  void intervalsAndTailsAreThoseOfTheBooks() {
    open("search");
    List<?> figures =
        (List<?>)
            browser.runLong(
                """
                const done = arguments[0];
                import('/js/agreement-figures.js').then(({wilson, atMost}) => done([
                  ...[[8, 10], [0, 10], [10, 10], [81, 263]].flatMap(([accepted, n]) => {
                    const {low, high} = wilson(accepted, n, 0.025);
                    return [low, high];
                  }),
                  atMost(1, 2, 0.945), atMost(0, 8, 0.5), atMost(60, 71, 0.94),
                  atMost(1900, 2000, 0.96), atMost(9500, 10000, 0.955)]));
                """);

    // Wilson's by double precision with z = 1.959963984540054; the tails by exact fractions.
    double[] expected = {
      0.4901625,
      0.9433178,
      0,
      0.2775328,
      0.7224672,
      1,
      0.2552885,
      0.3662096,
      0.106975,
      0.00390625,
      0.003274369,
      0.01526451,
      0.009259249
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(((Number) figures.get(i)).doubleValue())
          .as("figure %d", i)
          .isCloseTo(expected[i], within(i == expected.length - 1 ? 1e-3 : 1e-5));
    }
  }
}
