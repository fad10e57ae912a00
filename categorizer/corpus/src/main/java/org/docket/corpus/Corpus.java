/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.docket.DocketException;

/** Reads corpora as a stream: a large file needs no more memory than a small one. */
public final class Corpus {

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
    try (Reader text = CorpusFile.open(file)) {
      return read(text, file.toString(), format, options, consumer);
    } catch (IOException e) {
      throw new DocketException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads text, such as standard input.
   *
   * @param name what messages call it
   */
  public static CorpusCounts read(
      Reader text,
      String name,
      CorpusFormat format,
      CorpusOptions options,
      Consumer<LabelledText> consumer)
      throws IOException {
    DocumentSink sink = new DocumentSink(name, options, consumer);
    if (format == CorpusFormat.CSV) {
      new CsvCorpus(name, options, sink).read(text);
    } else {
      new OpenNlpCorpus(sink).read(text);
    }
    return sink.counts();
  }
}
