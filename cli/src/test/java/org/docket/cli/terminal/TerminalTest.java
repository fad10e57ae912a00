/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private static final String OUT = "docket.terminal.out";

  private final Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm"));
  private final Map<String, String> properties = new HashMap<>(Map.of(OUT, "true"));

  @Test
  void coloursAreForTerminalsOnly() {
    assertThat(colours()).isTrue();
    assertThat(terminal().paint().bold("a")).startsWith("\u001b[1ma\u001b[");

    properties.put(OUT, "false");
    assertThat(colours()).isFalse();
    assertThat(terminal().paint().bold("a")).isEqualTo("a");

    properties.remove(OUT);
    assertThat(colours()).as("started without the launcher").isFalse();
  }

  @Test
  void whoWantsNoColoursGetsNone() {
    for (Map.Entry<String, String> wish :
        Map.of("NO_COLOR", "1", "CLICOLOR", "0", "TERM", "dumb").entrySet()) {
      String before = environment.put(wish.getKey(), wish.getValue());
      assertThat(colours()).as(wish.toString()).isFalse();
      environment.put(wish.getKey(), before);
    }
    environment.put("NO_COLOR", "");
    assertThat(colours()).as("an empty NO_COLOR says nothing").isTrue();
    environment.remove("TERM");
    assertThat(colours()).isFalse();
  }

  @Test
  void picoclisSettingCountsMost() {
    properties.put("picocli.ansi", "false");
    assertThat(colours()).isFalse();

    properties.put("picocli.ansi", "true");
    properties.put(OUT, "false");
    environment.put("NO_COLOR", "1");
    assertThat(colours()).isTrue();

    properties.put("picocli.ansi", "tty");
    assertThat(colours()).isFalse();
  }

  @Test
  void whoForcesColoursGetsThemInAPipeToo() {
    properties.put(OUT, "false");
    environment.put("CLICOLOR_FORCE", "1");
    assertThat(colours()).isTrue();
    environment.put("CLICOLOR_FORCE", "0");
    assertThat(colours()).isFalse();
  }

  @Test
  void theEncodingOfTheTerminalSaysWhatItCanShow() {
    properties.put("docket.charmap", "UTF-8");
    assertThat(terminal().glyphs()).isEqualTo(Glyphs.UNICODE);
    for (String charmap : List.of("ANSI_X3.4-1968", "ISO-8859-1", "no such thing")) {
      properties.put("docket.charmap", charmap);
      properties.put("stdout.encoding", "UTF-8");
      assertThat(terminal().glyphs()).as(charmap).isEqualTo(Glyphs.ASCII);
    }
    properties.put("docket.charmap", "");
    assertThat(terminal().glyphs()).isEqualTo(Glyphs.UNICODE);
  }

  @Test
  void aTerminalThatDoesNotTellItsWidthHasEightyColumns() {
    assertThat(terminal().columns()).isEqualTo(80);
    for (String columns : List.of("", "0", "wide")) {
      properties.put("docket.columns", columns);
      assertThat(terminal().columns()).isEqualTo(80);
    }
    properties.put("docket.columns", "132");
    assertThat(terminal().columns()).isEqualTo(132);
    properties.put("docket.columns", "3");
    assertThat(terminal().columns()).isEqualTo(40);
  }

  private Terminal terminal() {
    return Terminal.of(OUT, environment::get, properties::get);
  }

  private boolean colours() {
    return terminal().paint().colours();
  }
}
