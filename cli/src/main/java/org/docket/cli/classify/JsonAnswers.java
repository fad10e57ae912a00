/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.docket.ScoredCategory;
import org.docket.cli.Json;

/** Answers as JSON Lines: an object each, with the same fields in all. */
final class JsonAnswers implements Answers {

  private final AnswerContent content;
  private final List<String> kept;

  JsonAnswers(AnswerContent content, List<String> kept) {
    this.content = content;
    this.kept = kept;
  }

  @Override
  public String header() {
    return "";
  }

  @Override
  public String of(List<Answer> answers) {
    return Json.lines(answers, this::write);
  }

  /** Where the model abstains the category is null; the categories tell what it leans to. */
  private void write(Answer answer, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("row", answer.row().number());
    List<String> values = answer.row().kept();
    for (int i = 0; i < kept.size(); i++) {
      json.writeStringField(kept.get(i), i < values.size() ? values.get(i) : ""); // as in a bad row
    }
    List<ScoredCategory> best = answer.top(content.top());
    if (best.isEmpty()) {
      json.writeNullField("category");
      json.writeNullField("probability");
    } else {
      write(best.get(0), json);
    }
    json.writeBooleanField("abstains", answer.abstains());
    json.writeBooleanField("truncated", answer.truncated());
    json.writeStringField("reason", answer.reason());
    json.writeArrayFieldStart("categories");
    for (ScoredCategory scored : answer.leanings(content.top())) {
      json.writeStartObject();
      write(scored, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (content.explain()) {
      json.writeObjectField("words", answer.words());
    }
    json.writeStringField("text", answer.row().text());
    json.writeEndObject();
  }

  private static void write(ScoredCategory scored, JsonGenerator json) throws IOException {
    json.writeStringField("category", scored.category());
    json.writeNumberField("probability", scored.probability());
  }
}
