/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.labels.ListedLabelError;
import org.docket.evaluation.LabelErrorPair;

/** Likely label errors as the page shows them. */
final class LabelErrorData {

  private LabelErrorData() {}

  static Map<String, Object> of(LabelErrorPair pair) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("given", pair.given());
    entry.put("likely", pair.likely());
    entry.put("documents", pair.listed());
    return entry;
  }

  static Map<String, Object> of(ListedLabelError error) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("where", where(error.place()));
    entry.put("given", error.given().category());
    entry.put("givenProbability", error.given().probability());
    entry.put("likely", error.likely().category());
    entry.put("likelyProbability", error.likely().probability());
    entry.put("text", error.start());
    return entry;
  }

  private static String where(DocumentPlace place) {
    return String.format(
        Locale.ROOT,
        "%s, row %d, line %d%s",
        place.fileName(),
        place.row(),
        place.line(),
        place.id().isEmpty() ? "" : ", " + place.id());
  }
}
