/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.cli.Json;
import org.docket.cli.report.documents.DifferenceChooser;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.figures.Bootstrap;
import org.docket.cli.report.figures.Intervals;
import org.docket.cli.report.files.BarCharts;
import org.docket.cli.report.files.ComparisonCsv;

/** Writes the files of the report of a comparison. */
final class ComparisonWriter {

  private final ReportPart part;
  private final ComparisonContent content;
  private final DifferenceChooser.Chosen differences;

  ComparisonWriter(Path folder, ComparisonContent content, DifferenceCollector documents) {
    this.part = new ReportPart(folder);
    this.content = content;
    this.differences = documents.chosen();
  }

  void write() throws IOException {
    List<Intervals> intervals =
        content.models().stream().map(model -> Bootstrap.of(model.evaluation())).toList();
    content.times().lap("Intervals");
    part.writeJson(ReportFile.COMPARISON, Json.pretty(content.metrics()));
    writeTables(intervals);
    BarCharts.models(names(), intervals, part.file(ReportFile.MODELS_CHART));
    BarCharts.histogram(
        content.models().get(0).evaluation(),
        List.of(ComparisonData.counts(content)),
        part.file(ReportFile.HISTOGRAM_CHART));
    content.times().lap("Charts and tables");
    List<FactGroup> facts = new ArrayList<>(content.facts());
    facts.add(FactGroup.of("Report", ReportPart.sampling()));
    facts.add(content.times().facts());
    Map<String, Object> data =
        ComparisonData.of(content, intervals, differences, facts, part.filesWithData());
    part.writeData(content.title(), data);
  }

  private List<String> names() {
    return content.models().stream().map(ComparedModel::name).toList();
  }

  private void writeTables(List<Intervals> intervals) throws IOException {
    List<List<?>> models = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      ComparedModel model = content.models().get(i);
      models.add(
          ComparisonCsv.model(
              model.name(),
              intervals.get(i),
              model.evaluation().ece(),
              model.documentsPerSecond(),
              model.bytes(),
              model.truncated()));
    }
    ComparisonCsv.models(models, part.file(ReportFile.MODELS));
    List<List<?>> pairs = new ArrayList<>();
    for (ModelPair pair : content.pairs()) {
      pairs.add(
          List.of(
              names().get(pair.first()),
              names().get(pair.second()),
              pair.onlyFirstRight(),
              pair.onlySecondRight(),
              pair.chiSquared(),
              Double.toString(pair.p())));
    }
    ComparisonCsv.pairs(pairs, part.file(ReportFile.PAIRS));
    Map<String, Intervals> byModel = new LinkedHashMap<>();
    for (int i = 0; i < intervals.size(); i++) {
      byModel.put(names().get(i), intervals.get(i));
    }
    ComparisonCsv.perCategory(content.categories(), byModel, part.file(ReportFile.PER_CATEGORY));
  }
}
