/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Searching, narrowing, sorting and paging, and that all of it stands in the address. */
class PageSearchIT extends OpenPage {

  private static int solr(String query) throws Exception {
    return server.solr().found("complaints", query);
  }

  @Test
  void wordsAreFoundAndMarked() throws Exception {
    open("search");
    assertThat(found()).isEqualTo(210);

    browser.press("/");
    browser.press("escrow", Keys.ENTER);
    settleAt("q=escrow");

    assertThat(found()).isEqualTo(solr("q=escrow"));
    assertThat(browser.texts(".snippet mark"))
        .hasSizeGreaterThan(3)
        .allSatisfy(word -> assertThat(word).isEqualToIgnoringCase("escrow"));
    assertThat(browser.texts(".hit .figure").get(0)).matches("confidence [\\d.]+%");
    assertThat(browser.text("[role=status].hidden")).isEqualTo(found() + " documents found");
  }

  @Test
  void aBrokenQueryIsToldAndItsWordsAreLookedFor() throws Exception {
    Map<String, String> problems =
        Map.of(
            "\"escrow", "a quotation mark is not closed",
            "escrow AND (", "a bracket is not closed",
            "escrow )", "a bracket is closed that is not open",
            "AND escrow", "AND has nothing before it",
            "escrow OR", "OR has nothing after it",
            "escrow\\", "it ends with a backslash",
            "escrow [", "a bracket is not closed");
    int all = solr("q=escrow");
    open("search");
    for (Map.Entry<String, String> problem : problems.entrySet()) {
      look(problem.getKey());

      assertThat(browser.text("main .notice")).contains(problem.getValue());
      assertThat(found()).as(problem.getKey()).isEqualTo(all);
    }
  }

  @Test
  void whateverIsTypedSolrAnswers() {
    open("search");
    for (String words :
        List.of(
            "\"escrow account\"",
            "escrow -payment",
            "(escrow OR loan) AND payment",
            "company:\"Pennant Hill Recoveries\"",
            "no_such_field:x",
            "{!lucene}escrow",
            "{!xmlparser}<x/>",
            "_query_:\"{!join from=a to=b}x\"",
            "*",
            "a*b?c~ ^2 +- && || !",
            "50% of $100",
            "date_received:[2023-01-01T00:00:00Z TO *]",
            "date_received:[yesterday TO *]")) {
      look(words);

      assertThat(browser.texts(".trouble")).as(words).isEmpty();
    }
  }

  private static void look(String words) {
    browser.run("location.hash = arguments[0]", "#search?q=" + Http.encode(words));
    settle();
    assertThat(browser.run("return document.querySelector('#words').value")).isEqualTo(words);
  }

  @Test
  void severalValuesOfAFacetMeanEitherAndItsOwnCountsStay() throws Exception {
    open("search");
    int mortgages = count("Mortgage");
    int loans = count("Student loan");
    int cards = count("Credit or prepaid card");

    browser.requests();
    choose("Mortgage");
    assertThat(browser.requests())
        .as("one request for all that changes")
        .filteredOn(request -> request.url().contains("/select"))
        .hasSize(1);
    assertThat(found()).isEqualTo(mortgages);
    choose("Student loan");

    assertThat(found()).isEqualTo(mortgages + loans);
    assertThat(count("Credit or prepaid card")).isEqualTo(cards);
    String state = browser.text(".facet:nth-child(4) .value");
    assertThat(count(state))
        .isEqualTo(
            solr("q=state:" + state + "&fq=predicted_category:(Mortgage+OR+%22Student+loan%22)"));
    assertThat(browser.texts(".chips li"))
        .containsExactly(
            "Remove Category Mortgage ×", "Remove Category Student loan ×", "Remove all");

    browser.click(".chips li:first-child button");
    assertThat(found()).isEqualTo(loans);
    browser.back();
    assertThat(found()).isEqualTo(mortgages + loans);
    browser.reload();
    assertThat(found()).isEqualTo(mortgages + loans);
    assertThat(browser.run("return location.hash"))
        .isEqualTo("#search?category=Mortgage&category=Student+loan");
    browser.click(".chips button.plain");
    assertThat(found()).isEqualTo(210);
  }

  @Test
  void aLongFacetIsSearched() {
    open("search");
    int shown = browser.count(".facet:nth-child(3) li");

    browser.click(".facet:nth-child(3) .more");
    assertThat(browser.count(".facet:nth-child(3) li")).isGreaterThan(shown);
    browser.run("document.querySelector('.facet:nth-child(3) .narrow').focus()");
    browser.press("serv");

    browser.await(
        "return [...document.querySelectorAll('.facet:nth-child(3) .value')]"
            + ".every((value) => value.textContent.toLowerCase().includes('serv'))");
    assertThat(browser.count(".facet:nth-child(3) li")).isPositive();
  }

  @Test
  void documentsWithoutAValueCanBeChosen() throws Exception {
    open("search");

    choose("none");

    assertThat(found()).isEqualTo(solr("q=*:*+-company:*"));
    assertThat(browser.texts(".chips li")).containsExactly("Remove Company none ×");
  }

  @Test
  void statesOfReviewAddUpToAll() {
    open("search");
    List<String> counts = browser.texts(".facet:nth-child(2) .count");

    assertThat(counts).hasSize(6);
    assertThat(counts.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(210);
  }

  @Test
  void timeIsABarAMonthThatNarrows() throws Exception {
    open("search?q=loan");
    assertThat(browser.texts(".timeline h2")).containsExactly("By month");
    assertThat(browser.count(".bars li")).isEqualTo(36);
    String bar = browser.find(".bars li:first-child button").getDomAttribute("aria-label");
    int first = solr("q=loan&fq=date_received:[2023-01-01T00:00:00Z+TO+2023-02-01T00:00:00Z%7D");
    assertThat(bar).startsWith("Jan 2023: " + first + " document");

    browser.click(".bars li:first-child button");
    settleAt("when=2023-01");
    assertThat(found()).isEqualTo(first);
    assertThat(browser.count(".bars li")).isEqualTo(36);
    assertThat(browser.texts(".chips li")).containsExactly("Remove Time Jan 2023 ×");
    browser.press(Keys.ARROW_RIGHT);
    browser.press(Keys.ENTER);
    settleAt("when=2023-02");
    assertThat(found())
        .isEqualTo(
            solr("q=loan&fq=date_received:[2023-01-01T00:00:00Z+TO+2023-03-01T00:00:00Z%7D"));

    browser.click(".as-table summary");
    browser.await("return document.querySelectorAll('.as-table tbody tr').length === 36");
    assertThat(browser.text(".as-table tbody tr")).startsWith("Jan 2023" + first);
  }

  @Test
  void daysNarrowTheTimeToo() throws Exception {
    open("search?from=2023-05-10&to=2023-06-20");

    assertThat(found())
        .isEqualTo(solr("q=date_received:[2023-05-10T00:00:00Z+TO+2023-06-20T23:59:59.999Z]"));
    assertThat(browser.count(".bars li")).isEqualTo(2);
  }

  @Test
  void doubtComesFirstWhereItIsAskedFor() throws Exception {
    open("search?sort=doubt");

    List<Double> shown = new ArrayList<>();
    JsonNode best = server.solr().get("/complaints/select?rows=20&sort=predicted_score+asc");
    for (JsonNode document : best.at("/response/docs")) {
      shown.add(document.at("/predicted_score").asDouble());
    }
    assertThat(shown).isSorted();
    assertThat(browser.texts(".hit .figure").get(0))
        .isEqualTo("confidence " + Math.round(shown.get(0) * 100) + "%");
    assertThat(browser.number("return document.querySelector('.sort select').selectedIndex"))
        .isEqualTo(3);
  }

  @Test
  void newestAndOldestAreEachOthersReverse() {
    open("search?sort=date");
    List<String> newest = browser.texts(".hits time");
    open("search?sort=oldest&page=11");
    List<String> last = new ArrayList<>(browser.texts(".hits time"));

    Collections.reverse(last);
    assertThat(newest.subList(0, last.size())).isEqualTo(last);
  }

  @Test
  void pagesGoOnAndBack() {
    open("search");
    assertThat(browser.texts(".pages li")).containsExactly("1", "2", "…11", "Next");

    browser.click(".pages [rel=next]");
    settleAt("page=2");
    assertThat(browser.number("return document.querySelector('.hits').start")).isEqualTo(21);
    browser.reload();
    settle();
    assertThat(browser.text(".pages [aria-current]")).isEqualTo("2");
    browser.back();
    settle();
    assertThat(browser.text(".pages [aria-current]")).isEqualTo("1");
    open("search?page=400");
    assertThat(browser.text(".empty h2")).isEqualTo("There are not so many pages");
    open("search?page=-3&sort=%3Cscript%3E&when=nonsense&from=yesterday&f.nowhere=x");
    assertThat(found()).isEqualTo(210);
  }

  @Test
  void whereNothingIsFoundItSaysWhatToDo() {
    open("search?q=escrow+zzyzx&category=Mortgage");

    assertThat(found()).isZero();
    assertThat(browser.text(".empty"))
        .contains("Nothing found", "escrow zzyzx", "Look again without the filter");
    browser.click(".empty li:first-child a");
    settleAt("q=escrow");
    assertThat(browser.count(".chips li")).isZero();
  }

  @Test
  void anEmptyCollectionTellsHowToIndex() {
    open("empty", "search");

    assertThat(browser.text(".empty"))
        .contains("The collection is empty", "docket index --input", "/solr/empty");
  }

  @Test
  void aCollectionWithFewFieldsWorksWithLessAndSaysSo() throws Exception {
    server
        .solr()
        .add(
            "bare",
            "{\"complaint_id\":\"1\",\"narrative\":\"My mortgage escrow\",\"state\":\"NJ\"}");

    open("bare", "search?q=escrow&sort=doubt&company=x");

    assertThat(found()).isEqualTo(1);
    assertThat(browser.texts(".facet legend")).containsExactly("Category", "Review", "State");
    assertThat(browser.text(".missing"))
        .contains("company", "date_received", "what needs them is left out");
    assertThat(browser.messages()).allMatch(message -> message.contains("400"));
  }

  @Test
  void anOldAnswerNeverComesOverANewOne() {
    String slow =
        """
        const asked = window.fetch;
        window.fetch = async (url, options) => {
          if (String(options?.body).includes('"slowly"')) {
            await new Promise((done) => setTimeout(done, 300));
            window.answered = true;
            return asked(url, {...options, signal: undefined});
          }
          return asked(url, options);
        };
        """;
    withScript(slow, () -> open("search"));

    browser.run(
        "location.hash = '#search?q=slowly'; setTimeout(() => { location.hash = '#search?q=escrow'; }, 50)");
    browser.await("return window.answered");
    settleAt("q=escrow");

    assertThat(found()).isPositive();
    assertThat(browser.texts(".snippet mark")).contains("escrow");
  }

  @Test
  void keysGoThroughTheHits() {
    open("search?q=escrow");

    browser.press("j");
    browser.press(Keys.ARROW_DOWN);
    assertThat(
            browser.number(
                "return [...document.querySelectorAll('.hits > li')].findIndex((hit) => hit.contains(document.activeElement))"))
        .isEqualTo(1);
    browser.press("k");
    browser.press(Keys.ENTER);
    settleAt("document?");
    assertThat(browser.run("return document.activeElement.tagName")).isEqualTo("H1");
    browser.press("j");
    settleAt("n=1");
    browser.press(Keys.ESCAPE);
    settleAt("search?q=escrow");
    browser.await("return document.activeElement.matches('.hits > li:nth-child(2) h3 a')");
    browser.press("?");
    assertThat(browser.texts("dialog dt")).contains("j", "k", "/", "?");
    browser.press(Keys.ESCAPE);
    browser.await("return !document.querySelector('dialog')");
  }

  @Test
  void theViewKeepsNobodyOut() throws Exception {
    open("search?q=loan&category=Mortgage&category=Student+loan");
    picture("search");
    assertKeepsNobodyOut();
    browser.run("document.querySelectorAll('details').forEach((d) => { d.open = false; })");
    picture("search-phone-dark");
  }
}
