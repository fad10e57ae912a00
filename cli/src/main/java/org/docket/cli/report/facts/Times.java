/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.facts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How long the parts of a run took, in the order in which they ended. For one thread. */
public final class Times {

  private static final double NANOS = 1e9;

  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private long last = System.nanoTime();

  /** A part has ended: it took all the time since the part before, or since the beginning. */
  public void lap(String part) {
    long now = System.nanoTime();
    add(part, (now - last) / NANOS);
    last = now;
  }

  /** A part has taken so long. */
  public void add(String part, double time) {
    seconds.merge(part, time, Double::sum);
  }

  /** For the report. */
  public FactGroup facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    seconds.forEach(
        (part, time) -> facts.put(part, String.format(Locale.ROOT, "%.2f seconds", time)));
    return FactGroup.of("Times", facts);
  }
}
