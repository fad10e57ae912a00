/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.docket.solr.server.guard.Access;
import org.docket.solr.server.guard.Origin;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks over the wire on a server in which something that says "reached" stands for Solr. */
class GuardTest {

  private static final String REACHED = "reached";
  private static final String SEARCH = "GET /solr/complaints/select?q=*:*";
  private static final String UPDATE = "POST /solr/complaints/update/json?commit=true";
  private static final String FRIEND = "https://docs.example.org";
  private static final String DOCUMENT = "{\"delete\":{\"query\":\"*:*\"}}";

  private static LocalServer local;
  private static LocalServer open;
  private static LocalServer reading;

  @BeforeAll
  static void start() throws Exception {
    Set<Origin> friend = Set.of(Origin.parse(FRIEND).orElseThrow());
    local = server(Access.LOCAL);
    open = server(new Access(false, friend));
    reading = server(new Access(true, Set.of()));
  }

  @AfterAll
  static void stop() {
    local.stop();
    open.stop();
    reading.stop();
  }

  @Test
  void programsOfThisMachineAskAsTheyLike() throws Exception {
    assertReached(wire(local).ask(SEARCH));
    assertReached(wire(local).ask(SEARCH, "Host: 127.0.0.1:" + port(local)));
    assertReached(wire(local).ask(SEARCH, "Host: [::1]:" + port(local)));
    assertReached(wire(local).ask(SEARCH, "Host: LocalHost"));
    assertReached(wire(local).ask(DOCUMENT.getBytes(UTF_8), UPDATE, "Content-Type: text/plain"));
    assertReached(wire(local).ask("GET /solr/admin/cores"));
  }

  @Test
  void thePageItselfAsks() throws Exception {
    String own = "Origin: http://localhost:" + port(local);
    String site = "Sec-Fetch-Site: same-origin";

    assertReached(
        wire(local).ask(DOCUMENT.getBytes(UTF_8), UPDATE, own, site, "Sec-Fetch-Dest: empty"));
    assertReached(wire(local).ask(SEARCH, site, "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"));
    assertThat(status(wire(local).ask("GET /lib/htm.umd.js", site, "Sec-Fetch-Dest: script")))
        .isEqualTo(200);
  }

  @Test
  void aTunnelHasAnotherPort() throws Exception {
    assertReached(wire(local).ask(SEARCH, "Host: localhost:9999", "Origin: http://localhost:9999"));
  }

  /** DNS rebinding: to the browser it is the same origin, so there is no foreign Origin. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example#localhost",
        "localhost@evil.example",
        "localhost, evil.example",
        "localhost evil.example",
        "evil.localhost",
        "localhost.",
        "127.0.0.2",
        "0.0.0.0",
        "2130706433",
        "[::ffff:127.0.0.1]",
        "localhost:",
        "localhost:99999",
        "",
      })
  void aForeignHostIsRefused(String host) throws Exception {
    for (String name : new String[] {host, host + ":" + port(local)}) {
      if (!name.equals("localhost::" + port(local))) {
        assertNotReached(wire(local).ask(SEARCH, "Host: " + name));
        assertNotReached(wire(local).ask("GET /config.json", "Host: " + name));
      }
    }
  }

  @Test
  void theRefusalOfAHostSaysWhatToDo() throws Exception {
    String answer = wire(local).ask(SEARCH, "Host: evil.example:" + port(local));

    assertThat(status(answer)).isEqualTo(403);
    assertThat(answer)
        .contains("Content-Type: text/plain;charset=utf-8")
        .endsWith(
            "this server is not called 'evil.example:"
                + port(local)
                + "': ask 127.0.0.1 or localhost, or start it with --allow-origin and the address"
                + " that it has for browsers\n");
  }

  @Test
  void aRequestWithoutHostIsRefused() throws Exception {
    assertNotReached(wire(local).send("GET /solr/complaints/select HTTP/1.0\r\n\r\n"));
    assertNotReached(
        wire(local).send("GET /solr/complaints/select HTTP/1.1\r\nConnection: close\r\n\r\n"));
    assertNotReached(wire(local).send("GET /solr/complaints/select\r\n\r\n"));
    assertNotReached(wire(local).ask(SEARCH, "Host: localhost", "Host: evil.example"));
    assertNotReached(wire(local).ask(SEARCH, "Host: evil.example", "Host: localhost"));
  }

  @Test
  void aWholeAddressInTheRequestLineIsLookedAtToo() throws Exception {
    assertNotReached(wire(local).ask("GET http://evil.example/solr/complaints/select"));
    assertNotReached(
        wire(local)
            .ask("GET http://localhost:" + port(local) + "/solr/x/select", "Host: evil.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "http://evil.example",
        "http://localhost",
        "http://localhost:1",
        "https://localhost:%d",
        "http://127.0.0.1:%d",
        "http://localhost.evil.example:%d",
        "http://localhost:%d.evil.example",
        "http://localhost:%d/",
        "file://",
        "chrome-extension://abcdefghijklmnop",
        "",
        "http://localhost:%d http://evil.example",
        "https://docs.example.org",
      })
  void aForeignPageIsRefused(String origin) throws Exception {
    String header = "Origin: " + origin.replace("%d", String.valueOf(port(local)));

    for (String type : new String[] {"text/plain", "application/json", "application/xml"}) {
      assertNotReached(
          wire(local).ask(DOCUMENT.getBytes(UTF_8), UPDATE, header, "Content-Type: " + type));
    }
    assertNotReached(wire(local).ask(SEARCH, header));
    assertNotReached(
        wire(local).ask("OPTIONS /solr/x/update", header, "Access-Control-Request-Method: POST"));
  }

  @Test
  void twoOriginsAreNone() throws Exception {
    String own = "Origin: http://localhost:" + port(local);
    assertNotReached(wire(local).ask(SEARCH, own, "Origin: http://evil.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "CROSS-SITE", "next-door", ""})
  void aPageOfElsewhereMayOnlyLink(String site) throws Exception {
    String header = "Sec-Fetch-Site: " + site;
    String navigates = "Sec-Fetch-Mode: navigate";
    String document = "Sec-Fetch-Dest: document";

    assertReached(wire(local).ask(SEARCH, header, navigates, document));
    assertThat(status(wire(local).ask("GET /", header, navigates, document))).isEqualTo(200);
    assertNotReached(wire(local).ask("GET /", header, navigates, "Sec-Fetch-Dest: iframe"));
    assertNotReached(wire(local).ask("GET /config.json", header, "Sec-Fetch-Mode: no-cors"));
    assertNotReached(wire(local).ask("POST /solr/x/select", header, navigates, document));
    for (String path :
        new String[] {
          "/solr/admin/cores?action=UNLOAD&core=complaints&deleteIndex=true",
          "/solr/complaints/update?stream.body=x&commit=true",
          "/solr/complaints/select/?q=x"
        }) {
      assertNotReached(wire(local).ask("GET " + path, header, navigates, document));
    }
  }

  @Test
  void answersOfSolrAreNoScripts() throws Exception {
    assertNotReached(
        wire(local).ask(SEARCH, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Dest: script"));
    assertNotReached(wire(local).ask(SEARCH + "&json.wrf=steal"));
    assertNotReached(wire(local).ask(SEARCH + "&json%2Ewrf=steal"));
    assertNotReached(wire(local).ask(SEARCH + "&%ff%zz"));
    assertNotReached(wire(local).ask(SEARCH + "&ie=UTF-16BE&%00j%00s%00o%00n%00.%00w%00r%00f=x"));
  }

  @Test
  void anAllowedPageAsksAndReads() throws Exception {
    String origin = "Origin: " + FRIEND;
    String site = "Sec-Fetch-Site: cross-site";
    String answer = wire(open).ask(DOCUMENT.getBytes(UTF_8), UPDATE, origin, site);

    assertReached(answer);
    assertThat(answer).contains("Access-Control-Allow-Origin: " + FRIEND + "\r\n", "Vary: Origin");
    assertThat(answer).doesNotContain("Allow-Credentials");
    assertNotReached(wire(open).ask(SEARCH, "Origin: " + FRIEND + ".evil.example"));
    assertNotReached(wire(open).ask(SEARCH, "Origin: http://docs.example.org"));
    assertNotReached(wire(open).ask(SEARCH, site, "Sec-Fetch-Mode: no-cors"));
  }

  @Test
  void aBrowserThatAsksFirstIsTold() throws Exception {
    String answer =
        wire(open)
            .ask(
                "OPTIONS /solr/complaints/update",
                "Origin: " + FRIEND,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Private-Network: true");

    assertThat(status(answer)).isEqualTo(204);
    assertThat(answer)
        .contains(
            "Access-Control-Allow-Origin: " + FRIEND,
            "Access-Control-Allow-Methods: GET, HEAD, POST",
            "Access-Control-Allow-Headers: Authorization, Content-Type",
            "Access-Control-Allow-Private-Network: true")
        .doesNotContain(REACHED);
  }

  /** A proxy in front sends on the name that it is called by. */
  @Test
  void theNameOfAnAllowedOriginIsOursToo() throws Exception {
    assertReached(wire(open).ask(SEARCH, "Host: docs.example.org"));
    assertReached(wire(open).ask(UPDATE, "Host: docs.example.org", "Origin: " + FRIEND));
    assertNotReached(wire(open).ask(SEARCH, "Host: www.docs.example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /solr/complaints/select?q=*:*&facet=true&json.facet={}",
        "HEAD /solr/complaints/select?q=x",
        "POST /solr/complaints/select?q=x",
        "GET /solr/complaints/query?q=x",
        "GET /solr/complaints/get?id=1",
        "POST /solr/complaints/doccat",
        "GET /solr/complaints/doccat?info=true",
      })
  void whoMayOnlyReadReads(String request) throws Exception {
    String answer =
        wire(reading)
            .ask("q=x".getBytes(UTF_8), request, "Content-Type: application/x-www-form-urlencoded");

    assertThat(status(answer)).isEqualTo(200);
    if (request.startsWith("POST")) {
      assertThat(answer).endsWith(REACHED + " with q=x");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /solr/complaints/update",
        "GET /solr/complaints/update?commit=true",
        "POST /solr/complaints/%75pdate",
        "POST /solr/complaints//update",
        "POST //solr/complaints/update",
        "POST /solr//complaints/update",
        "POST /%73olr/complaints/update",
        "POST /solr;x/complaints/update",
        "POST /solr/complaints/update;jsessionid=1",
        "POST /solr/complaints/select;/../update",
        "POST /solr/complaints/select/../update",
        "POST /solr/complaints/select/..;/update",
        "POST /solr/complaints/select%2f..%2fupdate",
        "POST /solr/complaints/select%2f%2e%2e%2fupdate",
        "POST /solr/complaints/.%2e/complaints/update",
        "POST /solr/complaints\\update",
        "POST /solr/complaints/select/update",
        "POST /solr/complaints/select%00/update",
        "POST /solr/./complaints/update",
        "POST /./solr/complaints/update",
        "POST /x/../solr/complaints/update",
        "POST /lib/../solr/complaints/update",
        "POST /SOLR/complaints/update",
        "POST http://localhost/solr/complaints/update",
        "POST /solr/complaints/update/json",
        "POST /solr/complaints/update/json/docs",
        "POST /solr/complaints/update/csv",
        "GET /solr/complaints/select?qt=/update",
        "GET /solr/complaints/select?%71t=/update",
        "GET /solr/complaints/select?q=x&shards=localhost:1/solr/complaints",
        "GET /solr/complaints/select?shards.qt=/update",
        "GET /solr/complaints/select?stream.body=<delete/>",
        "GET /solr/complaints/select?stream.url=http://evil.example",
        "GET /solr/complaints/select?stream.file=/etc/passwd",
        "GET /solr/complaints/select?json={params:{qt:'/update'}}",
        "GET /solr/complaints/select?json.params.shards=x",
        "GET /solr/complaints/select?collection=secrets",
        "GET /solr/complaints/select?fl=x:[subquery]&x.q=x&x.qt=/update&x.commit=true",
        "GET /solr/complaints/select?fl=x:[subquery]&x.fl=y:[subquery]&x.y.shards=evil.example",
        "GET /solr/complaints/select?fl=x:[subquery]&x.stream.url=http://evil.example",
        "GET /solr/complaints/select?fl=x:[subquery]&x.json.params.qt=/replication",
        "GET /solr/complaints/get?getVersions=9&sync=http://evil.example/solr/complaints",
        "GET /solr/complaints/select?ie=UTF-16BE&%00q%00t=x",
        "GET /solr/complaints/select?ie=utf-8&i%65=IBM037",
        "PUT /solr/complaints/select",
        "DELETE /solr/complaints/select",
        "PATCH /solr/complaints/select",
        "TRACE /solr/complaints/select",
        "OPTIONS /solr/complaints/select",
        "POST /solr/complaints/config",
        "GET /solr/complaints/schema",
        "GET /solr/complaints/replication?command=details",
        "GET /solr/complaints/admin/file?file=solrconfig.xml",
        "GET /solr/complaints/export?q=x",
        "GET /solr/complaints/stream",
        "GET /solr/admin/cores",
        "GET /solr/admin/cores/select",
        "GET /solr/admin/info/system",
        "POST /api/cores/complaints/update",
        "POST /solr/____v2/cores/complaints/update",
        "POST /solr/____v2/c/complaints/update",
        "POST /solr/v2/select",
        "GET /solr/",
        "GET /solr",
      })
  void whoMayOnlyReadGetsNoFurther(String request) throws Exception {
    String answer =
        wire(reading).ask(DOCUMENT.getBytes(UTF_8), request, "Content-Type: text/plain");

    assertThat(answer).doesNotContain(REACHED);
    assertThat(status(answer)).as(answer).isBetween(400, 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"shards.qt=/update", "q=x&qt=/update", "q=%00&stream%2ebody=x", "json={}", "%zz"})
  void norByAForm(String form) throws Exception {
    String answer =
        wire(reading)
            .ask(
                form.getBytes(UTF_8),
                "POST /solr/complaints/select",
                "Content-Type: application/x-www-form-urlencoded; charset=utf-8");

    assertThat(status(answer)).as(answer).isEqualTo(403);
  }

  /** As Solr reads it, the name of the parameter is shards. */
  @ParameterizedTest
  @ValueSource(
      strings = {"charset=UTF-16BE", "charset=utf-8; charset=UTF-16BE", "charset=utf-8x", "a=b"})
  void norByAFormInAnotherEncoding(String parameter) throws Exception {
    String answer =
        wire(reading)
            .ask(
                "%00s%00h%00a%00r%00d%00s=x".getBytes(UTF_8),
                "POST /solr/complaints/select",
                "Content-Type: application/x-www-form-urlencoded; " + parameter);

    assertThat(answer)
        .contains("must be sent as application/x-www-form-urlencoded")
        .contains(" 403 ");
  }

  @Test
  void whoMayOnlyReadSaysThatItIsUtf8() throws Exception {
    for (String type : new String[] {"; charset=UTF-8", ";charset=\"utf-8\"", ""}) {
      String answer =
          wire(reading)
              .ask(
                  "q=x&x.q=y".getBytes(UTF_8),
                  "POST /solr/complaints/select?ie=UTF-8",
                  "Content-Type: application/x-www-form-urlencoded" + type);
      assertThat(answer).endsWith(REACHED + " with q=x&x.q=y");
    }
  }

  @Test
  void norByAFormThatIsEndless() throws Exception {
    byte[] form = ("q=" + "x".repeat(1 << 20)).getBytes(UTF_8);
    String answer =
        wire(reading)
            .ask(
                form,
                "POST /solr/complaints/select",
                "Content-Type: application/x-www-form-urlencoded");

    assertThat(answer).contains("no search needs more than 1 MB");
  }

  @Test
  void norByAnotherBody() throws Exception {
    for (String type : new String[] {"application/json", "multipart/form-data; boundary=x"}) {
      String answer =
          wire(reading)
              .ask(
                  "{\"params\":{\"shards.qt\":\"/update\"}}".getBytes(UTF_8),
                  "POST /solr/complaints/select",
                  "Content-Type: " + type);
      assertThat(answer).contains("read-only: a search by POST must be sent as application/x-www");
    }
  }

  @Test
  void thePageKnowsThatItMayOnlyRead() throws Exception {
    assertThat(wire(reading).ask("GET /config.json")).contains("\"readOnly\":true");
    assertThat(wire(local).ask("GET /config.json")).contains("\"readOnly\":false");
  }

  /** What a request brings goes into no header of the answer, and into its text as one line. */
  @Test
  void nothingOfARequestBecomesAHeader() throws Exception {
    for (String answer :
        new String[] {
          wire(open).ask(SEARCH, "Origin: https://docs.example.org\tX-Evil: 1"),
          wire(open).ask(SEARCH, "Origin: https://docs.example.org\r\n X-Evil: 1"),
          wire(open).ask("GET /x%0d%0aX-Evil:%201"),
          wire(open).ask("GET /solr/complaints/select%0d%0aX-Evil:%201"),
          wire(open).ask(SEARCH, "Host: evil\u2028.example\tX-Evil: 1"),
          wire(reading).ask("GET /solr/x/select?shards.%0d%0aX-Evil:%201=1")
        }) {
      String headers = answer.substring(0, answer.indexOf("\r\n\r\n"));
      assertThat(headers).doesNotContain("X-Evil");
      assertThat(answer.substring(headers.length() + 4)).doesNotContain("\nX-Evil");
    }
  }

  private static LocalServer server(Access access) throws Exception {
    ServletContextHandler solr = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
    solr.setContextPath("/solr");
    solr.addServlet(new ServletHolder(new Reached()), "/*");
    LocalServer server = new LocalServer(new Serving(0, access, "complaints"), solr);
    server.start();
    return server;
  }

  private static Wire wire(LocalServer server) {
    return new Wire(port(server));
  }

  private static int port(LocalServer server) {
    return server.address("/").getPort();
  }

  private static int status(String answer) {
    return Wire.status(answer);
  }

  private static void assertReached(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 200").contains(REACHED);
  }

  private static void assertNotReached(String answer) {
    assertThat(answer).matches("(?s)(HTTP/1\\.1 (400|403|405|505).*)?").doesNotContain(REACHED);
  }

  /** Tells that the guard let it through, and what the body was. */
  private static final class Reached extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String body = new String(request.getInputStream().readAllBytes(), UTF_8);
      response.getWriter().print(REACHED + " with " + body);
    }
  }
}
