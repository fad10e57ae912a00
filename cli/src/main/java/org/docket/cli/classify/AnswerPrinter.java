/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.cli.Json;
import org.docket.cli.OutputLostException;
import org.docket.explanation.Contribution;
import org.docket.explanation.Explainer;

/** Prints the answers of {@code classify}. */
final class AnswerPrinter {

  private static final int PREVIEW = 60;

  /** So many words explain an answer. */
  private static final int WORDS = 5;

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final AnswerFormat format;
  private final int top;
  private final Explainer explainer;
  private final PrintWriter out;

  /**
   * A printer.
   *
   * @param explainer explains each answer; null to explain nothing
   */
  AnswerPrinter(AnswerFormat format, int top, Explainer explainer, PrintWriter out) {
    this.format = format;
    this.top = top;
    this.explainer = explainer;
    this.out = out;
  }

  void header() {
    if (format == AnswerFormat.CSV) {
      List<String> header = new ArrayList<>();
      for (int i = 1; i <= top; i++) {
        header.add(i == 1 ? "category" : "category_" + i);
        header.add(i == 1 ? "probability" : "probability_" + i);
      }
      header.add("abstains");
      if (explainer != null) {
        header.add("words");
      }
      header.add("text");
      csv(header);
    }
  }

  void print(List<String> texts, List<Categorization> answers) {
    for (int i = 0; i < texts.size(); i++) {
      print(texts.get(i), answers.get(i));
    }
    OutputLostException.flush(out);
  }

  private void print(String text, Categorization answer) {
    List<Contribution> words = explainer == null ? List.of() : speakingFor(text, answer);
    switch (format) {
      case TEXT -> out.println(text(text, answer, words));
      case CSV -> csv(row(text, answer, words));
      case JSONL -> out.println(Json.line(object(text, answer, words)));
    }
  }

  /** What speaks most for the best category, the strongest first. */
  private List<Contribution> speakingFor(String text, Categorization answer) {
    return explainer.explain(text, answer).contributions().stream()
        .filter(part -> part.weight() > 0)
        .limit(WORDS)
        .toList();
  }

  private String text(String text, Categorization answer, List<Contribution> words) {
    String categories =
        answer.top(top).stream().map(AnswerPrinter::scored).collect(Collectors.joining("  "));
    String why = words.isEmpty() ? "" : "\n  because of: " + join(words);
    return categories + doubt(answer) + "  | " + preview(text) + why;
  }

  private static String doubt(Categorization answer) {
    if (!answer.abstains()) {
      return "";
    }
    return answer.knownTokens() == 0
        ? "  (no known word)"
        : "  (not in the model's language or manner)";
  }

  private List<String> row(String text, Categorization answer, List<Contribution> words) {
    List<String> row = new ArrayList<>();
    List<ScoredCategory> best = answer.top(top);
    for (int i = 0; i < top; i++) {
      row.add(i < best.size() ? best.get(i).category() : "");
      row.add(i < best.size() ? number(best.get(i).probability()) : "");
    }
    row.add(Boolean.toString(answer.abstains()));
    if (explainer != null) {
      row.add(join(words));
    }
    row.add(text);
    return row;
  }

  private Map<String, Object> object(String text, Categorization answer, List<Contribution> words) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("category", answer.best().category());
    object.put("probability", answer.best().probability());
    object.put("abstains", answer.abstains());
    object.put("truncated", answer.truncated());
    object.put("categories", answer.top(top));
    if (explainer != null) {
      object.put("words", words);
    }
    object.put("text", text);
    return object;
  }

  private void csv(List<String> row) {
    try {
      CSV.printRecord(out, row.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String scored(ScoredCategory scored) {
    return scored.category() + " " + number(scored.probability());
  }

  private static String join(List<Contribution> words) {
    return words.stream()
        .map(word -> preview(word.text()) + String.format(Locale.ROOT, " %+.3f", word.weight()))
        .collect(Collectors.joining(", "));
  }

  private static String preview(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > PREVIEW ? line.substring(0, PREVIEW) + "…" : line;
  }

  private static String number(double probability) {
    return String.format(Locale.ROOT, "%.4f", probability);
  }
}
