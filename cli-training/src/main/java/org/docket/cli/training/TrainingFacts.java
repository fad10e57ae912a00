/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.report.Metrics;
import org.docket.io.Sha256;
import org.docket.training.TrainingResult;
import org.docket.training.data.ReviewedData;
import org.docket.training.data.TrainingData;

/** What a training came to, under the names that scripts rely on. */
final class TrainingFacts {

  private TrainingFacts() {}

  /**
   * Keys: model, sha256, bytes, training, epochs, bestEpoch, interrupted, seconds, report,
   * validation, history, and reviewed if people reviewed anything.
   *
   * @param interrupted whether it ended before its time, and can be resumed
   */
  static Map<String, Object> of(
      Path model,
      TrainingData data,
      TrainingResult result,
      boolean interrupted,
      double seconds,
      Optional<Path> report)
      throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("model", model.toString());
    facts.put("sha256", Sha256.hex(model));
    facts.put("bytes", Files.size(model));
    facts.put("training", Map.of("documents", data.corpus().training().size()));
    facts.put("epochs", result.history().size());
    facts.put("bestEpoch", result.best().epoch());
    facts.put("interrupted", interrupted);
    facts.put("seconds", seconds);
    facts.put("report", report.map(folder -> folder.resolve("index.html").toString()).orElse(null));
    facts.put("validation", Metrics.of(result.evaluation()));
    facts.put("history", result.history());
    if (!data.reviewed().files().isEmpty()) {
      facts.put("reviewed", reviewed(data.reviewed()));
    }
    return facts;
  }

  private static Map<String, Object> reviewed(ReviewedData data) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("documents", data.documents());
    facts.put("replaced", data.replaced());
    facts.put("differed", data.differed());
    facts.put("leftOut", data.leftOut());
    facts.put("weight", data.weight());
    return facts;
  }
}
