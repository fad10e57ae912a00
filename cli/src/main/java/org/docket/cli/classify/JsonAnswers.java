/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    return Json.lines(answers.stream().map(this::object).toList());
  }

  /** Where there is no answer, its category is null. */
  private Map<String, Object> object(Answer answer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("row", answer.row().number());
    List<String> values = answer.row().kept();
    for (int i = 0; i < kept.size(); i++) {
      object.put(kept.get(i), i < values.size() ? values.get(i) : ""); // a bad row has none
    }
    List<ScoredCategory> best = answer.top(content.top());
    object.put("category", best.isEmpty() ? null : best.get(0).category());
    object.put("probability", best.isEmpty() ? null : best.get(0).probability());
    object.put("abstains", answer.abstains());
    object.put("truncated", answer.truncated());
    object.put("reason", answer.reason());
    object.put("categories", best);
    if (content.explain()) {
      object.put("words", answer.words());
    }
    object.put("text", answer.row().text());
    return object;
  }
}
