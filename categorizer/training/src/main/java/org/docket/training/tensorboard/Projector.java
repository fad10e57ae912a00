/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.docket.io.WholeFile;
import org.docket.model.Matrix;
import org.docket.vocabulary.Vocabulary;

/**
 * The files of TensorBoard's projector: the vectors of words, and beside them the words. Tab, line
 * break and other controls in a word are written as in Java.
 */
final class Projector {

  /** More words make the browser slow, and the picture no clearer. */
  static final int MOST_WORDS = 10_000;

  /** And so do longer vectors. */
  private static final int MOST_VALUES = 1_000_000;

  private static final String VECTORS = "vectors.tsv";
  private static final String WORDS = "metadata.tsv";

  /** Of a value in the file: more digits would show nothing. */
  private static final double DIGITS = 1e5;

  private Projector() {}

  /** How many words are shown: the first ones of a vocabulary, which are the most frequent. */
  static int words(Vocabulary vocabulary, int vectorSize) {
    int known = vocabulary.size() - 1;
    return Math.min(known, Math.max(1, Math.min(MOST_WORDS, MOST_VALUES / vectorSize)));
  }

  /**
   * Writes the files.
   *
   * @param vectors of the words, by their ids
   */
  static void write(Path folder, Vocabulary vocabulary, Matrix vectors) throws IOException {
    int words = words(vocabulary, vectors.columns());
    writeLines(folder.resolve(VECTORS), words, row -> vector(vectors, row + 1));
    List<String> tokens = vocabulary.tokens();
    writeLines(folder.resolve(WORDS), words, row -> escaped(tokens.get(row)));
    String config =
        String.format(
            Locale.ROOT,
            """
            embeddings {
              tensor_name: "words"
              tensor_path: "%s"
              tensor_shape: %d
              tensor_shape: %d
              metadata_path: "%s"
            }
            """,
            VECTORS,
            words,
            vectors.columns(),
            WORDS);
    WholeFile.write(
        folder.resolve("projector_config.pbtxt"), part -> Files.writeString(part, config));
  }

  private interface Line {
    String of(int row);
  }

  private static void writeLines(Path file, int count, Line line) throws IOException {
    WholeFile.write(
        file,
        part -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            for (int row = 0; row < count; row++) {
              out.write((line.of(row) + "\n").getBytes(StandardCharsets.UTF_8));
            }
          }
        });
  }

  private static String vector(Matrix vectors, int id) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < vectors.columns(); i++) {
      double value = Math.round(vectors.get(id, i) * DIGITS) / DIGITS;
      line.append(i == 0 ? "" : "\t").append((float) value);
    }
    return line.toString();
  }

  private static String escaped(String word) {
    StringBuilder line = new StringBuilder();
    for (char c : word.toCharArray()) {
      boolean breaks = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
      line.append(breaks ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
    }
    return line.toString();
  }
}
