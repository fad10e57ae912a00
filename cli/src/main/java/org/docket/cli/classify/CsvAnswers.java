/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.docket.ScoredCategory;

/** Answers as CSV: a header, and a record each. */
final class CsvAnswers implements Answers {

  private final AnswerContent content;
  private final List<String> kept;

  CsvAnswers(AnswerContent content, List<String> kept) {
    this.content = content;
    this.kept = kept;
  }

  @Override
  public String header() {
    List<String> header = new ArrayList<>();
    header.add("row");
    header.addAll(kept);
    for (int i = 1; i <= content.top(); i++) {
      header.add(i == 1 ? "category" : "category_" + i);
      header.add(i == 1 ? "probability" : "probability_" + i);
    }
    header.addAll(List.of("abstains", "truncated", "reason"));
    if (content.explain()) {
      header.add("words");
    }
    header.add("text");
    return csv(List.of(header));
  }

  @Override
  public String of(List<Answer> answers) {
    return csv(answers.stream().map(this::record).toList());
  }

  private List<String> record(Answer answer) {
    List<String> record = new ArrayList<>();
    record.add(Long.toString(answer.row().number()));
    List<String> values = answer.row().kept();
    for (int i = 0; i < kept.size(); i++) {
      record.add(i < values.size() ? values.get(i) : ""); // a bad row has none
    }
    List<ScoredCategory> best = answer.top(content.top());
    for (int i = 0; i < content.top(); i++) {
      record.add(i < best.size() ? best.get(i).category() : "");
      record.add(i < best.size() ? Answer.number(best.get(i).probability()) : "");
    }
    record.add(Boolean.toString(answer.abstains()));
    record.add(Boolean.toString(answer.truncated()));
    record.add(answer.reason());
    if (content.explain()) {
      record.add(answer.explanation());
    }
    record.add(answer.row().text());
    return record;
  }

  private static String csv(List<List<String>> records) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(text);
    records.forEach(csv::writeRecord);
    return text.toString();
  }
}
