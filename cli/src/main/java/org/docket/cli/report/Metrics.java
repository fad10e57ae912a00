/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.docket.evaluation.Evaluation;

/** The metrics of an evaluation under the names that scripts rely on. */
public final class Metrics {

  private Metrics() {}

  /** Keys: documents, accuracy, macroF1, ece, perCategory, categories, otherLabels, confusion. */
  public static Map<String, Object> of(Evaluation evaluation) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("documents", evaluation.documents());
    metrics.put("accuracy", evaluation.accuracy());
    metrics.put("macroF1", evaluation.macroF1());
    metrics.put("ece", evaluation.ece());
    metrics.put("perCategory", evaluation.perCategory());
    metrics.put("categories", evaluation.categories());
    metrics.put("otherLabels", evaluation.otherLabels());
    metrics.put("confusion", evaluation.confusion());
    return metrics;
  }
}
