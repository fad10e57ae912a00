/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A maximum entropy model of OpenNLP's own, which stands in for the shipped one. */
public final class StockModel {

  private StockModel() {}

  /** Trains on a CSV that has category and narrative. */
  public static void train(Path csv, Path model) throws IOException {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 50);
    DocumentCategorizerME.train(
            "eng",
            ObjectStreamUtils.createObjectStream(samples(csv)),
            parameters,
            new DoccatFactory())
        .serialize(model);
  }

  private static List<DocumentSample> samples(Path csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(csv);
        CSVParser rows = CSVParser.parse(reader, format)) {
      return rows.stream().map(StockModel::sample).toList();
    }
  }

  private static DocumentSample sample(CSVRecord row) {
    return new DocumentSample(
        row.get("category"), WhitespaceTokenizer.INSTANCE.tokenize(row.get("narrative")));
  }
}
