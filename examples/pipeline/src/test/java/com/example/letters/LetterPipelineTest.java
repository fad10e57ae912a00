/* SPDX-License-Identifier: Apache-2.0 */
package com.example.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.docket.LstmDocumentCategorizer;
import org.junit.jupiter.api.Test;

/** The pipeline in this process, beside Docket's own door. */
class LetterPipelineTest {

  private static final String LETTER =
      "My mortgage servicer lost my escrow payment. The dealer repossessed my car, though the auto"
          + " loan was paid.";

  private final LetterPipeline pipeline = new LetterPipeline();

  LetterPipelineTest() throws IOException {}

  @Test
  void eachSentenceHasItsOwnCategory() {
    List<Tagged> sentences = pipeline.tagSentences(LETTER);
    assertThat(sentences)
        .extracting(Tagged::text)
        .containsExactly(
            "My mortgage servicer lost my escrow payment.",
            "The dealer repossessed my car, though the auto loan was paid.");
    assertThat(sentences)
        .extracting(Tagged::category)
        .containsExactly("Mortgage", "Vehicle loan or lease");
    assertThat(sentences).allMatch(sentence -> sentence.probability() > 0.5);
    assertThat(pipeline.tag(LETTER).category()).isIn("Mortgage", "Vehicle loan or lease");
  }

  /** OpenNLP's tokenizer splits "don't" and {$10.00} otherwise than the model was trained on. */
  @Test
  void itSeldomDiffersFromTheTextItself() throws IOException {
    URL model = LetterPipelineTest.class.getResource("/complaints-en.bin");
    LstmDocumentCategorizer ours = LstmDocumentCategorizer.load(model);
    List<String> complaints = hardComplaints();
    long same =
        complaints.stream()
            .filter(c -> pipeline.tag(c).category().equals(ours.categorize(c).best().category()))
            .count();
    assertThat((double) same / complaints.size()).isGreaterThan(0.97);
  }

  private static List<String> hardComplaints() throws IOException {
    Path csv = Path.of(System.getProperty("docket.home"), "conf/demo/complaints-hard.csv");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(csv);
        CSVParser rows = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      return rows.stream().map(row -> row.get("narrative")).toList();
    }
  }
}
