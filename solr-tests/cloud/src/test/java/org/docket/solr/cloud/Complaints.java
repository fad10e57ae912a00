/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.solr.common.SolrInputDocument;

/** The hard demo complaints, which are short, as documents without a tag. */
final class Complaints {

  private static final List<String> TEXTS = read();

  private Complaints() {}

  /** All of them, with ids that begin with a prefix. */
  static List<SolrInputDocument> all(String prefix) {
    return some(prefix, TEXTS.size());
  }

  /** So many; after the last text comes the first one again. */
  static List<SolrInputDocument> some(String prefix, int number) {
    return IntStream.range(0, number).mapToObj(i -> document(prefix + i, text(i))).toList();
  }

  static SolrInputDocument document(String id, String text) {
    SolrInputDocument document = new SolrInputDocument();
    document.setField("complaint_id", id);
    document.setField("narrative", text);
    return document;
  }

  static String text(int number) {
    return TEXTS.get(number % TEXTS.size());
  }

  private static List<String> read() {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in =
            Files.newBufferedReader(Cluster.REPOSITORY.resolve("conf/demo/complaints-hard.csv"));
        CSVParser rows = format.parse(in)) {
      return rows.stream().map(Complaints::narrative).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String narrative(CSVRecord row) {
    return row.get("narrative");
  }
}
