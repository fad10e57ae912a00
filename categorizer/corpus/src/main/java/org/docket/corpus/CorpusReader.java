/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowHandler;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;

/**
 * Reads several inputs as one corpus: what is known of labels and of bad rows holds for all of
 * them. For one thread.
 */
public final class CorpusReader implements Closeable {

  private final CorpusOptions options;
  private CorpusCounts counts = CorpusCounts.NONE;

  /** A reader that has read nothing yet. */
  public CorpusReader(CorpusOptions options) {
    this.options = options;
  }

  /**
   * Reads a file as documents.
   *
   * @param consumer gets each document, in the order of the file
   * @return what was read of this file and what was left out
   * @throws DocketException if the file is missing, lacks a column, is corrupt, or has a bad row
   *     that the options do not allow; the message names file and line
   */
  public CorpusCounts read(Path file, Consumer<LabelledText> consumer) {
    return read(Input.of(file), consumer);
  }

  /**
   * Reads an input as documents.
   *
   * @param consumer gets each document, in the order of the input
   * @return what was read of this input and what was left out
   * @throws DocketException if it is missing, lacks a column, is corrupt, or has a bad row that the
   *     options do not allow; the message names it and the line
   */
  public CorpusCounts read(Input input, Consumer<LabelledText> consumer) {
    CorpusFormat format = options.format().orElseGet(() -> CorpusFormat.of(Path.of(input.name())));
    try (InputStream in =
        input.stream().isPresent()
            ? input.stream().get()
            : CorpusFile.bytes(Path.of(input.name()), format)) {
      DocumentSink sink = new DocumentSink(input.name(), options, consumer);
      if (format == CorpusFormat.CSV) {
        new CsvCorpus(input.name(), options, sink).read(new ByteSource(in));
      } else {
        new OpenNlpCorpus(sink).read(new ByteSource(in));
      }
      counts = counts.plus(sink.counts());
      return sink.counts();
    } catch (IOException e) {
      throw new DocketException(input.name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads an input row by row: each comes, also without text, also bad ones if the options let them
   * pass. Labels stay as they are.
   *
   * @return what was read of this input
   * @throws DocketException as {@link #read(Input, Consumer)} does
   */
  public CorpusCounts rows(Input input, RowHandler handler) {
    long[] number = {0};
    handler.columns(List.of());
    return read(
        input,
        text ->
            handler.row(
                Row.good(++number[0], number[0], text.category(), "", text.text(), List.of())));
  }

  /**
   * Ends the reading well: tells what a person should know of all that was read, and puts the file
   * of bad rows into its place.
   *
   * @return what was read of all inputs and what was left out
   */
  public CorpusCounts finish() {
    return counts;
  }

  @Override
  public void close() {}
}
