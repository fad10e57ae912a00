/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Solr goes away while somebody looks, and comes back. */
class PageGoneIT extends OpenPage {

  @Test
  void whatWasThereStaysUntilSolrIsBack() throws Exception {
    open("search?q=escrow");
    int before = found();
    server.stop();
    try {
      browser.run("location.hash = '#search?q=loan'");
      browser.await("return document.querySelector('.gone')");

      assertThat(browser.text(".gone")).contains("Solr does not answer", "Try now");
      assertThat(browser.texts(".hit")).hasSize(Math.min(before, 20));
      assertThat(browser.text(".total")).isEqualTo(before + " documents");
      assertThat(browser.number("return document.querySelector('.beside').offsetLeft"))
          .as("the filters stay where they are")
          .isLessThan(50);
      picture("gone");
    } finally {
      server.startAgain();
    }

    browser.run("document.querySelector('.gone button')?.click()");
    browser.await("return !document.querySelector('.gone')");
    settle();
    assertThat(found()).isEqualTo(server.solr().found("complaints", "q=loan"));
    assertThat(browser.messages())
        .allMatch(message -> message.contains("ERR_CONNECTION_REFUSED") || message.contains("503"));
  }

  @Test
  void answersOfNoOneAreTakenForGoneAndAskedAgainByThemselves() {
    String refusing =
        """
        const asked = window.fetch;
        window.down = 2;
        window.fetch = (url, options) => String(url).includes('/select') && window.down-- > 0
            ? Promise.resolve(new Response('<html>Bad gateway</html>', {status: 502}))
            : asked(url, options);
        """;

    withScript(refusing, () -> open("search?q=escrow"));

    assertThat(found()).isPositive();
    assertThat(browser.count(".gone")).isZero();
  }

  @Test
  void whatSolrRefusesIsToldInItsWords() {
    String refusing =
        """
        const asked = window.fetch;
        window.fetch = (url, options) => String(url).includes('/select')
            ? Promise.resolve(new Response('{"error":{"code":403,"msg":"<b>not</b> for you"}}', {status: 403}))
            : asked(url, options);
        """;

    withScript(refusing, () -> open("search"));

    assertThat(browser.text(".trouble"))
        .contains("Solr says (403)", "<b>not</b> for you", "Log in");
    assertThat(browser.messages())
        .allMatch(message -> message.contains("<b>not</b>") || message.contains("403"));
  }
}
