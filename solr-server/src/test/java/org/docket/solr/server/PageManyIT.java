/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How quick the page is over many documents: {@code -Ddocket.page.many=100000} makes so many up and
 * prints times. Not part of a build: it takes a minute.
 */
@EnabledIfSystemProperty(named = "docket.page.many", matches = "\\d+")
class PageManyIT extends OpenPage {

  private static final int DOCUMENTS = Integer.getInteger("docket.page.many", 0);
  private static final int BATCH = 5_000;
  private static final int REPEATS = 7;
  private static final List<String> CATEGORIES =
      List.of("Bank account", "Credit reporting", "Debt collection", "Mortgage", "Student loan");
  private static final List<String> WORDS =
      List.of(
          "escrow", "payment", "credit", "report", "loan", "late", "fee", "house", "call", "bank");

  /** Notes when the first hits are there, in milliseconds since the navigation began. */
  private static final String STOPWATCH =
      """
      new MutationObserver((changes, observer) => {
        if (document.querySelector('.hits')) {
          window.firstHits = performance.now();
          observer.disconnect();
        }
      }).observe(document, {childList: true, subtree: true});
      """;

  /** Goes to an address and tells how long it took until its answer is drawn. */
  private static final String TIMED =
      """
      const done = arguments[arguments.length - 1];
      const start = performance.now();
      location.hash = '%s';
      const poll = () => document.querySelector('.found[aria-busy=false]')
          ? done(performance.now() - start) : requestAnimationFrame(poll);
      requestAnimationFrame(() => requestAnimationFrame(poll));
      """;

  @BeforeAll
  static void index() throws Exception {
    Random random = new Random(16);
    for (int from = 0; from < DOCUMENTS; from += BATCH) {
      List<Map<String, Object>> batch = new ArrayList<>();
      for (int i = from; i < Math.min(from + BATCH, DOCUMENTS); i++) {
        batch.add(document(i, random));
      }
      server.solr().add("empty", new ObjectMapper().writeValueAsString(batch), "doccat=false");
    }
  }

  private static Map<String, Object> document(int i, Random random) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 120; word++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(300)).append(' ');
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    Map<String, Object> document = new HashMap<>();
    document.put("complaint_id", "many-" + i);
    document.put("narrative", text.toString());
    document.put("company", "Company " + (int) (2_000 * Math.pow(random.nextDouble(), 3)));
    document.put("state", "S" + random.nextInt(50));
    document.put(
        "date_received", LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2_190)) + "T00:00:00Z");
    document.put("predicted_category", CATEGORIES.get(random.nextInt(CATEGORIES.size())));
    document.put("predicted_score", random.nextDouble());
    document.put("predicted_source", "model");
    return document;
  }

  @AfterAll
  static void empty() throws Exception {
    server
        .solr()
        .post("/empty/update?commit=true", "application/json", "{\"delete\":{\"query\":\"*:*\"}}");
  }

  @Test
  void firstHitsAndEveryChangeComeSoon() {
    List<Double> first = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      withScript(STOPWATCH, () -> open("empty", "search"));
      first.add(((Number) browser.run("return window.firstHits")).doubleValue());
    }
    tell("first hits", first);
    assertThat(found()).isEqualTo(DOCUMENTS);
    tell("two words", timed("q=escrow+payment12"));
    tell("a category and a state", timed("category=Mortgage&f.state=S1"));
    tell("by doubt", timed("sort=doubt"));
    tell("page 500", timed("sort=date&page=500"));
  }

  private static List<Double> timed(String query) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      String address = "#search?" + query + "&f.company=Company+" + i;
      browser.run("location.hash = '#search'");
      settle();
      Object millis =
          browser.runLong(String.format(Locale.ROOT, TIMED, i == 0 ? "#search?" + query : address));
      times.add(((Number) millis).doubleValue());
      assertThat(browser.count(".trouble")).isZero();
    }
    return times;
  }

  private static void tell(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "page over %,d documents, %s: median %.0f ms, worst %.0f ms%n",
        DOCUMENTS,
        what,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() - 1));
  }
}
