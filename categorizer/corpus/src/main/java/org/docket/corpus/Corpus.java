/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.docket.corpus.rows.RowHandler;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;

/**
 * Reads a corpus as a stream: a large file needs no more memory than a small one. No more than one
 * row is held, and a row has a limit of 20 million characters. Of several inputs make one corpus
 * with {@link CorpusReader}.
 */
public final class Corpus {

  /** Characters: a hundred times the longest complaint. */
  static final int MAX_ROW = 20_000_000;

  private Corpus() {}

  /**
   * Reads a file as documents.
   *
   * @param file in any of the formats, also compressed
   * @param options how to read it
   * @param consumer gets each document, in the order of the file
   * @return what was read and what was left out
   * @throws DocketException if the file is missing, lacks a column, is corrupt, or has a bad row
   *     that the options do not allow; the message names file and line
   */
  public static CorpusCounts read(
      Path file, CorpusOptions options, Consumer<LabelledText> consumer) {
    return read(Input.of(file), options, consumer);
  }

  /**
   * Reads an input as documents.
   *
   * @throws DocketException as {@link #read(Path, CorpusOptions, Consumer)} does
   */
  public static CorpusCounts read(
      Input input, CorpusOptions options, Consumer<LabelledText> consumer) {
    try (CorpusReader reader = new CorpusReader(options)) {
      reader.read(input, consumer);
      return reader.finish();
    }
  }

  /**
   * Reads an input row by row: each comes, also without text, also bad ones if the options let them
   * pass. Labels stay as they are.
   *
   * @param handler gets each row, in the order of the input
   * @return what was read
   * @throws DocketException as {@link #read(Path, CorpusOptions, Consumer)} does
   */
  public static CorpusCounts rows(Input input, CorpusOptions options, RowHandler handler) {
    try (CorpusReader reader = new CorpusReader(options)) {
      reader.rows(input, handler);
      return reader.finish();
    }
  }
}
