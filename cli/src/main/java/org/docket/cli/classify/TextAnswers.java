/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.List;
import org.docket.ScoredCategory;

/** Answers for people: a line each, and with an explanation a second one. */
final class TextAnswers implements Answers {

  private final AnswerContent content;

  TextAnswers(AnswerContent content) {
    this.content = content;
  }

  @Override
  public String header() {
    return "";
  }

  @Override
  public String of(List<Answer> answers) {
    StringBuilder lines = new StringBuilder();
    for (Answer answer : answers) {
      append(answer, lines);
    }
    return lines.toString();
  }

  private void append(Answer answer, StringBuilder lines) {
    answer.row().kept().forEach(value -> lines.append(Answer.preview(value)).append("  "));
    int start = lines.length();
    for (ScoredCategory scored : answer.top(content.top())) {
      part(lines, start)
          .append(scored.category())
          .append(' ')
          .append(Answer.number(scored.probability()));
    }
    if (answer.abstains()) {
      part(lines, start).append('(').append(answer.reason()).append(')');
    }
    if (answer.truncated()) {
      part(lines, start)
          .append("(only the first ")
          .append(answer.result().orElseThrow().tokens())
          .append(" tokens were read)");
    }
    String text = answer.row().problem().isPresent() ? answer.row().preview() : answer.row().text();
    part(lines, start).append("| ").append(Answer.preview(text)).append('\n');
    if (!answer.words().isEmpty()) {
      lines.append("  because of: ").append(answer.explanation()).append('\n');
    }
  }

  private static StringBuilder part(StringBuilder lines, int start) {
    return lines.length() == start ? lines : lines.append("  ");
  }
}
