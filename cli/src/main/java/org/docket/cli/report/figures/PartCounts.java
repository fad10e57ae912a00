/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.List;

/**
 * How many documents of each category a part of the data has.
 *
 * @param name of the part
 * @param counts in the order of the evaluation's categories
 */
public record PartCounts(String name, List<Long> counts) {

  public PartCounts {
    counts = List.copyOf(counts);
  }
}
