/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.evaluation.RiskCoverage;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.DataFile;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.ReviewedData;
import org.docket.training.data.TeacherData;
import org.docket.training.data.TrainingData;

/**
 * Where a model came from, by name. No date and no folder: the same training gives the same bytes.
 */
final class Provenance {

  private static final double[] THRESHOLDS = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99};
  private static final double PRECISION = 0.95;

  private final SortedMap<String, String> entries = new TreeMap<>();

  private Provenance() {}

  static SortedMap<String, String> of(
      TrainingData data,
      EncodedCorpus corpus,
      TrainingConfig config,
      EpochMetrics best,
      RiskCoverage curve) {
    Provenance provenance = new Provenance();
    provenance.put("preset", config.name());
    config.parameters().forEach((key, value) -> provenance.put("parameter." + key, value));
    provenance.putFiles("training", data.trainingFiles());
    provenance.putFiles("validation", data.validationFiles());
    provenance.put("data.training.documents", corpus.training().size());
    provenance.put("data.validation.documents", corpus.validation().size());
    provenance.putTeacher(data.teacher());
    provenance.putReviewed(data.reviewed());
    provenance.putVersions();
    provenance.put("best.epoch", best.epoch());
    provenance.put("validation.loss", best.validation().loss());
    provenance.put("validation.accuracy", best.validation().accuracy());
    provenance.put("validation.macroF1", best.validation().macroF1());
    provenance.putCurve(curve);
    return provenance.entries;
  }

  private void putFiles(String use, List<DataFile> files) {
    for (int i = 0; i < files.size(); i++) {
      String key = "data." + use + ".file" + (i + 1);
      put(key, files.get(i).name());
      put(key + ".sha256", files.get(i).sha256());
    }
  }

  /** Nothing if there is none. */
  private void putTeacher(TeacherData teacher) {
    putFiles("softLabels", teacher.softLabelFiles());
    putFiles("unlabelled", teacher.unlabelledFiles());
    if (teacher.softLabelled() + teacher.unlabelled() > 0) {
      put("data.softLabels.documents", teacher.softLabelled());
      put("data.unlabelled.documents", teacher.unlabelled());
    }
    teacher.teacher().forEach((key, value) -> put("teacher." + key, value));
  }

  /** Nothing if there is none. */
  private void putReviewed(ReviewedData reviewed) {
    putFiles("reviewed", reviewed.files());
    if (!reviewed.files().isEmpty()) {
      put("data.reviewed.documents", reviewed.documents());
      put("data.reviewed.replaced", reviewed.replaced());
      put("data.reviewed.differed", reviewed.differed());
      put("data.reviewed.leftOut", reviewed.leftOut());
      put("data.reviewed.weight", Double.toString(reviewed.weight()));
    }
  }

  /**
   * What a threshold does to the validation documents, and the one that makes 95 % of tags right.
   */
  private void putCurve(RiskCoverage curve) {
    for (double threshold : THRESHOLDS) {
      putPoint(
          String.format(Locale.ROOT, "validation.threshold.%.2f", threshold), curve.at(threshold));
    }
    RiskCoverage.Point sure = curve.forPrecision(PRECISION);
    if (sure.coverage() > 0) {
      put("validation.precision.0.95.threshold", sure.threshold());
      put("validation.precision.0.95.coverage", sure.coverage());
    }
  }

  private void putPoint(String key, RiskCoverage.Point point) {
    put(key + ".coverage", point.coverage());
    put(key + ".precision", point.precision());
  }

  private void putVersions() {
    Properties versions = new Properties();
    try (InputStream in = Provenance.class.getResourceAsStream("versions.properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      versions.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("the build left out versions.properties", e);
    }
    put("version.docket", versions.getProperty("docket"));
    put("version.deeplearning4j", versions.getProperty("deeplearning4j"));
    put("version.java", Runtime.version().feature());
  }

  private void put(String key, Object value) {
    entries.put(
        key, value instanceof Double d ? String.format(Locale.ROOT, "%.4f", d) : value.toString());
  }
}
