/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.docket.error.DocketException;

/**
 * Reads corpora as a stream: a large file needs no more memory than a small one. No more than one
 * row is held, and a row has a limit of 20 MB.
 */
public final class Corpus {

  /** A hundred times the longest complaint: what is longer is a quote that was never closed. */
  static final int MAX_ROW_BYTES = 20_000_000;

  private Corpus() {}

  /**
   * Reads a file.
   *
   * @param file CSV or OpenNLP's training format, plain, gzip or zip
   * @param options how to read it
   * @param consumer gets each document, in the order of the file
   * @return what was read and what was left out
   * @throws DocketException if the file is missing, lacks a column, is corrupt, or has a bad row
   *     that the options do not allow; the message names file and line
   */
  public static CorpusCounts read(
      Path file, CorpusOptions options, Consumer<LabelledText> consumer) {
    CorpusFormat format = options.format().orElseGet(() -> CorpusFormat.of(file));
    try (InputStream in = CorpusFile.bytes(file, format)) {
      return read(in, file.toString(), format, options, consumer);
    } catch (IOException e) {
      throw new DocketException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a stream, such as standard input; it is left open.
   *
   * @param in UTF-8, with or without a byte order mark, not compressed
   * @param name what messages call it
   */
  public static CorpusCounts read(
      InputStream in,
      String name,
      CorpusFormat format,
      CorpusOptions options,
      Consumer<LabelledText> consumer)
      throws IOException {
    DocumentSink sink = new DocumentSink(name, options, consumer);
    if (format == CorpusFormat.CSV) {
      new CsvCorpus(name, options, sink).read(new ByteSource(in));
    } else {
      new OpenNlpCorpus(sink).read(new ByteSource(in));
    }
    return sink.counts();
  }
}
