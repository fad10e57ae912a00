/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core: looks for names, roles, contrast, order and landmarks, by WCAG 2. */
public final class Axe {

  private static final String RUN =
      """
      const done = arguments[0];
      axe.run().then(({violations, passes}) => done(
          [String(passes.length), ...violations.map(({id, nodes}) => id + ' ' + nodes[0].html)]));
      """;

  private Axe() {}

  /**
   * What keeps people out of the page that is open, each with the first place; empty if all is
   * well.
   */
  public static List<String> findings(Browser browser) throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      browser.run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    List<String> found = ((List<?>) browser.runLong(RUN)).stream().map(String.class::cast).toList();
    assertThat(Integer.parseInt(found.get(0))).as("rules that it kept").isGreaterThan(20);
    return found.subList(1, found.size());
  }
}
