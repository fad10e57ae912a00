/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.docket.cli.report.figures.EpochRow;

/** An epoch as the page shows it. */
final class EpochData {

  private EpochData() {}

  static Map<String, Object> of(EpochRow row) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("epoch", row.epoch());
    row.seconds().ifPresent(seconds -> entry.put("seconds", seconds));
    put("train", row.training(), entry);
    put("network", row.network(), entry);
    put("validation", row.validation(), entry);
    return entry;
  }

  private static void put(String part, EpochRow.Scores scores, Map<String, Object> entry) {
    entry.put(part + "Loss", scores.loss());
    entry.put(part + "Accuracy", scores.accuracy());
    entry.put(part + "MacroF1", scores.macroF1());
  }
}
