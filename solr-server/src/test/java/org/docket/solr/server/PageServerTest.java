/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.docket.solr.server.forward.Collection;
import org.docket.solr.server.guard.Access;
import org.docket.solr.server.guard.Origin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for a Solr elsewhere, for which a server stands that says what it was asked. */
class PageServerTest {

  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final String FRIEND = "https://docs.example.org";

  private static Echo elsewhere;
  private static int port;
  private static PageServer page;

  @BeforeAll
  static void start() throws Exception {
    elsewhere = new Echo(PATIENCE.toMillis() / 3);
    port = elsewhere.start();
    page = page(false, "http://127.0.0.1:" + port + "/s/solr/mail/");
  }

  @AfterAll
  static void stop() throws Exception {
    page.close();
    elsewhere.stop();
  }

  @Test
  void thePageIsToldOfTheCollection() throws Exception {
    assertThat(wire(page).ask("GET /config.json")).contains("\"solr\":\"/solr/mail\"");
    assertThat(wire(page).ask("GET /lib/htm.umd.js")).startsWith("HTTP/1.1 200");
  }

  @Test
  void asksInItsPlace() throws Exception {
    String answer =
        wire(page).ask("GET /solr/mail/select?q={!term+f=x}a|\"b\"&fq=%7B1%2B&x=%C3%A9+");

    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains("GET /s/solr/mail/select?q=%7B!term+f=x%7Da%7C%22b%22&fq=%7B1%2B&x=%C3%A9+\n")
        .contains("host: 127.0.0.1:" + port + "\n");
  }

  @Test
  void bodiesGoBothWays() throws Exception {
    String long_ = "x\u00e9".repeat(300_000);
    String answer =
        wire(page)
            .ask(
                long_.getBytes(UTF_8),
                "POST /solr/mail/update?versions=true",
                "Content-Type: application/json");

    assertThat(answer).contains("content-type: application/json\n").contains("\n" + long_);
  }

  @Test
  void whoLogsInLogsInToSolr() throws Exception {
    String asked = wire(page).ask("GET /solr/mail/select?login");
    assertThat(asked)
        .startsWith("HTTP/1.1 401")
        .contains("WWW-Authenticate: xBasic realm=\"solr\"\r\n");

    String told =
        wire(page)
            .ask(
                "GET /solr/mail/select",
                "Authorization: Basic c29scg==",
                "X-Requested-With: XMLHttpRequest");
    assertThat(told)
        .contains("authorization: Basic c29scg==\n", "x-requested-with: XMLHttpRequest\n");
  }

  @Test
  void nothingElseOfABrowserGoesThereAndNothingElseComesBack() throws Exception {
    String answer =
        wire(page)
            .ask(
                "GET /solr/mail/select",
                "Cookie: session=of-another-server",
                "Referer: http://localhost/?secret",
                "X-Forwarded-For: 10.0.0.1");

    assertThat(answer.toLowerCase(Locale.ROOT))
        .doesNotContain("cookie", "referer:", "x-forwarded", "via:", "access-control", "x-solr")
        .containsOnlyOnce("content-security-policy:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/solr/mail/config",
        "/solr/mail/schema",
        "/solr/mail/update/json",
        "/solr/mail/admin/ping",
        "/solr/mail/select/",
        "/solr/mail/",
        "/solr/mail",
        "/solr/other/select",
        "/solr/mail/../other/select",
        "/solr/mail/..%2fother/select",
        "/solr/mail/%73elect",
        "/solr/mail/select;x",
        "/solr/admin/cores",
        "/api/c/mail",
        "/s/solr/mail/select"
      })
  void onlyWhatThePageNeedsIsPassedOn(String path) throws Exception {
    String answer = wire(page).ask("GET " + path);

    assertThat(Wire.status(answer)).as(answer).isBetween(302, 404);
    assertThat(answer).doesNotContain(Echo.ASKED);
  }

  @Test
  void aSolrThatIsSlowIsTold() throws Exception {
    String answer = wire(page).ask("GET /solr/mail/select?slow");

    assertThat(answer).startsWith("HTTP/1.1 504").contains("/s/solr/mail has said nothing for 0 s");
  }

  @Test
  void aSolrThatGoesOnSlowlyIsWaitedFor() throws Exception {
    assertThat(wire(page).ask("GET /solr/mail/select?trickle")).contains("drop 4");
  }

  /** An answer that is cut off must not look whole. */
  @Test
  void aSolrThatStopsInTheMiddleOfAnAnswerIsSeen() throws Exception {
    String answer = wire(page).ask("GET /solr/mail/select?half");

    assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("\r\n0\r\n\r\n");
  }

  @Test
  void aSolrThatIsGoneIsTold() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = socket.getLocalPort();
    }
    try (PageServer gone = page(false, "http://127.0.0.1:" + free + "/solr/mail")) {
      String answer = wire(gone).ask("GET /solr/mail/select", "Origin: " + FRIEND);

      assertThat(answer)
          .startsWith("HTTP/1.1 502")
          .contains("Access-Control-Allow-Origin: " + FRIEND, "Content-Security-Policy")
          .containsPattern(
              "Solr at http://127.0.0.1:\\d+/solr/mail does not answer \\(.*Connection refused.*\\);"
                  + " is it running\\?\n$");
    }
  }

  @Test
  void aSolrWithoutACertificateThatWeTrustIsTold() throws Exception {
    try (PageServer secure = page(false, "https://127.0.0.1:" + port + "/solr/mail")) {
      assertThat(wire(secure).ask("GET /solr/mail/select")).startsWith("HTTP/1.1 502");
    }
  }

  @Test
  void whoMayOnlyReadUpdatesNothingElsewhere() throws Exception {
    try (PageServer reading = page(true, "http://127.0.0.1:" + port + "/solr/mail")) {
      assertThat(wire(reading).ask("POST /solr/mail/update")).startsWith("HTTP/1.1 403");
      assertThat(
              wire(reading)
                  .ask(
                      "q=x".getBytes(UTF_8),
                      "POST /solr/mail/select",
                      "Content-Type: application/x-www-form-urlencoded"))
          .startsWith("HTTP/1.1 200")
          .contains("\nq=x");
    }
  }

  @Test
  void theGuardStandsHereToo() throws Exception {
    assertThat(wire(page).ask("GET /solr/mail/select", "Host: evil.example"))
        .startsWith("HTTP/1.1 403");
    assertThat(wire(page).ask("POST /solr/mail/update", "Origin: http://evil.example"))
        .startsWith("HTTP/1.1 403");
  }

  private static PageServer page(boolean readOnly, String url) {
    Access access = new Access(readOnly, Set.of(Origin.parse(FRIEND).orElseThrow()));
    return PageServer.start(0, access, Collection.parse(url), PATIENCE);
  }

  private static Wire wire(PageServer server) {
    return new Wire(server.page().getPort());
  }
}
