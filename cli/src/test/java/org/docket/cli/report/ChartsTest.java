/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

  private static final List<EpochRow> HISTORY =
      List.of(new EpochRow(1, 1.25, 0.5, 1.5, 0.5, 0.25), new EpochRow(2, 1, 0.75, 1.25, 0.75, 1));

  @TempDir Path folder;

  @Test
  void curvesAreDrawnAlikeInEveryLocale() throws IOException {
    Locale machine = Locale.getDefault();
    try {
      assertThat(losses("ar-EG")).isEqualTo(losses("en-US"));
    } finally {
      Locale.setDefault(machine);
    }
  }

  private byte[] losses(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    Path chart = folder.resolve(locale + ".png");
    Charts.loss(HISTORY, chart);
    return Files.readAllBytes(chart);
  }
}
