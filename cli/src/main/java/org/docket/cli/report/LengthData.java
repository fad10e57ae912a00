/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.docket.cli.report.figures.LengthBins;
import org.docket.cli.report.figures.LengthTally;

/** The lengths of texts as the page shows them. */
final class LengthData {

  private static final double HALF = 0.5;
  private static final double NEARLY_ALL = 0.95;

  private LengthData() {}

  static Map<String, Object> of(List<LengthTally> parts, OptionalInt limit) {
    LengthBins bins = LengthBins.of(parts, limit);
    Map<String, Object> lengths = new LinkedHashMap<>();
    limit.ifPresent(tokens -> lengths.put("limit", tokens));
    lengths.put("parts", parts.stream().map(part -> part(part, bins)).toList());
    return lengths;
  }

  private static Map<String, Object> part(LengthTally part, LengthBins bins) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", part.name());
    entry.put("documents", part.documents());
    entry.put("cut", part.cut());
    entry.put("median", part.quantile(HALF));
    entry.put("p95", part.quantile(NEARLY_ALL));
    entry.put("mean", part.mean());
    entry.put("shareOfTokensRead", part.shareRead());
    List<Map<String, Object>> counts = new ArrayList<>();
    for (int bin = 0; bin < bins.size(); bin++) {
      Map<String, Object> count = new LinkedHashMap<>();
      count.put("from", bins.from(bin));
      count.put("to", bins.to(bin));
      count.put("documents", part.between(bins.from(bin), bins.to(bin)));
      counts.add(count);
    }
    entry.put("bins", counts);
    return entry;
  }
}
