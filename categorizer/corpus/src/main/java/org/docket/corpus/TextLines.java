/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowHandler;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;

/**
 * Reads plain text, a document a line, as strictly as {@link Corpus} reads: a line has a limit of
 * 20 MB and is in UTF-8, or it is a bad row. Empty lines are documents too.
 */
public final class TextLines {

  private TextLines() {}

  /**
   * Reads a file.
   *
   * @param file plain, gzip or zip
   * @param onBadRow what to do about lines that cannot be read
   * @param consumer gets each line
   * @param beforeWaiting is run before the file is waited for, if it is a pipe
   * @return what was read and what was left out
   * @throws DocketException if the file is missing or corrupt, or has a bad line that is not to be
   *     skipped; the message names file and line
   */
  public static CorpusCounts read(
      Path file, OnBadRow onBadRow, Consumer<String> consumer, Runnable beforeWaiting) {
    return read(Input.of(file), onBadRow, consumer, beforeWaiting);
  }

  /**
   * Reads a stream, such as standard input; it is left open.
   *
   * @param in UTF-8, with or without a byte order mark, not compressed
   * @param name what messages call it
   * @param beforeWaiting is run when no more is at hand, before it is waited for: whoever types
   *     wants an answer to what is there
   */
  public static CorpusCounts read(
      InputStream in,
      String name,
      OnBadRow onBadRow,
      Consumer<String> consumer,
      Runnable beforeWaiting)
      throws IOException {
    return read(Input.of(in, name), onBadRow, consumer, beforeWaiting);
  }

  private static CorpusCounts read(
      Input input, OnBadRow onBadRow, Consumer<String> consumer, Runnable beforeWaiting) {
    CorpusOptions options =
        CorpusOptions.builder()
            .format(CorpusFormat.LINES)
            .labelled(false)
            .onBadRow(onBadRow)
            .build();
    CorpusCounts counts =
        Corpus.rows(
            input,
            options,
            new RowHandler() {
              @Override
              public void row(Row row) {
                if (row.problem().isEmpty()) {
                  consumer.accept(row.text());
                }
              }

              @Override
              public void waiting() {
                beforeWaiting.run();
              }
            });
    return new CorpusCounts(
        counts.documents() + counts.withoutText(), 0, 0, counts.bad(), counts.unmapped());
  }
}
