/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatusLineTest {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final StatusLine line = new StatusLine(screen);

  @Test
  void aShorterTextCoversTheWholeOfTheOneBefore() {
    line.show("reading", "reading");
    line.show("ok", "ok");
    assertThat(screen()).isEqualTo("\rreading\rok     ");
  }

  @Test
  void whatIsPrintedStandsAboveIt() throws IOException {
    line.show("50 %", "50 %");
    print("a line\n");
    line.show("60 %", "60 %");
    assertThat(screen()).isEqualTo("\r50 %\r    \ra line\n\r60 %");
  }

  @Test
  void itDoesNotStandBehindHalfALine() throws IOException {
    print("half ");
    line.show("50 %", "50 %");
    print("a line\n");
    line.show("60 %", "60 %");
    assertThat(screen()).isEqualTo("half a line\n\r60 %");
  }

  @Test
  void afterTheEndItStaysAway() {
    line.show("50 %", "50 %");
    line.end();
    line.show("60 %", "60 %");
    assertThat(screen()).isEqualTo("\r50 %\r    \r");
  }

  private void print(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    line.above(screen, bytes, 0, bytes.length);
  }

  private String screen() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
