/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.docket.cli.report.figures.EpochRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

  private static final List<EpochRow> HISTORY = List.of(row(1, 1.25), row(2, 1));

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
    EpochCharts.loss(HISTORY, chart);
    return Files.readAllBytes(chart);
  }

  private static EpochRow row(int epoch, double loss) {
    EpochRow.Scores scores = new EpochRow.Scores(loss, 0.5, 0.25);
    return new EpochRow(epoch, OptionalDouble.empty(), scores, scores, scores);
  }
}
