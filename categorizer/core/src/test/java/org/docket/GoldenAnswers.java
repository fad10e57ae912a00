/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The answers that the shipped model must give, in {@code models/complaints-en.golden.jsonl}: a
 * line for each text.
 *
 * <p>{@link #main} asks the model again and writes the file anew. Run it when another model is
 * shipped, or when an answer changes on purpose, and look at what changed before you commit it. For
 * another text, add a line with {@code name} and {@code text} first:
 *
 * <pre>
 * mvn -pl categorizer/core test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=org.docket.GoldenAnswers
 * </pre>
 */
final class GoldenAnswers {

  /** The shipped model. */
  static final Path MODEL = Repository.ROOT.resolve("models/complaints-en.bin");

  private static final Path FILE = Repository.ROOT.resolve("models/complaints-en.golden.jsonl");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What no reader sees as it is: blanks of all kinds, joiners, accents alone, half characters. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\\u0300-\\u036F\\uFE0F&&[^ ]]");

  private GoldenAnswers() {}

  /** The pinned answers. */
  static List<GoldenAnswer> read() throws IOException {
    List<GoldenAnswer> answers = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      answers.add(JSON.readValue(line, GoldenAnswer.class));
    }
    return answers;
  }

  /** Pins what the model says today, by plain loops, which are the same everywhere. */
  public static void main(String[] args) throws IOException {
    System.setProperty("docket.kernel", "scalar");
    LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.load(MODEL);
    StringBuilder lines = new StringBuilder();
    for (GoldenAnswer old : read()) {
      GoldenAnswer answer = old.with(categorizer.categorize(old.document()));
      lines.append(escaped(JSON.writeValueAsString(answer))).append('\n');
    }
    Files.writeString(FILE, lines);
    System.out.println("Wrote " + FILE);
  }

  /** In JSON, what is not ASCII stands in strings alone, where it can be escaped. */
  private static String escaped(String json) {
    return INVISIBLE
        .matcher(json)
        .replaceAll(
            found -> {
              StringBuilder escapes = new StringBuilder();
              for (char unit : found.group().toCharArray()) {
                escapes.append("\\\\u").append(String.format(Locale.ROOT, "%04X", (int) unit));
              }
              return escapes.toString();
            });
  }
}
