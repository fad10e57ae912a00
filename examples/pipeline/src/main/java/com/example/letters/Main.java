/* SPDX-License-Identifier: Apache-2.0 */
package com.example.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tags a letter: the file that is given, or the one that comes with the example. */
public final class Main {

  private static final int MAX_TEXT = 48;

  private Main() {}

  public static void main(String[] args) throws IOException {
    String letter = args.length == 0 ? example() : Files.readString(Path.of(args[0]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    LetterPipeline pipeline = new LetterPipeline();
    pipeline.tagSentences(letter).forEach(sentence -> print(sentence, out));
    out.println();
    print(pipeline.tag(letter), out);
  }

  private static void print(Tagged tagged, PrintStream out) {
    String text = tagged.text().replaceAll("\\s+", " ");
    String shown = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    out.println(
        String.format(
            Locale.ROOT,
            "%-23s %3.0f %%  %s",
            tagged.category(),
            100 * tagged.probability(),
            shown));
  }

  private static String example() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("/letter.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
