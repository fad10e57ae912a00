/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;

/** Reads text line by line: bounded and in UTF-8, else the line is a bad row. */
final class LineReader {

  /** Gets a line. */
  @FunctionalInterface
  interface Handler {

    /**
     * Gets a line.
     *
     * @param number from 1
     */
    void line(String line, long number);
  }

  private final DocumentSink sink;
  private final RowBuffer row = new RowBuffer(Corpus.MAX_ROW_BYTES);

  LineReader(DocumentSink sink) {
    this.sink = sink;
  }

  void read(ByteSource in, Handler handler) throws IOException {
    while (in.nextLine()) {
      long number = in.line();
      try {
        handler.line(line(in), number);
      } catch (RowException e) {
        in.skipLine();
        sink.bad(number, e.getMessage(), row.preview());
      }
    }
  }

  private String line(ByteSource in) throws IOException, RowException {
    row.clear();
    for (int value = in.read(); !ByteSource.endsLine(value); value = in.read()) {
      row.count(value);
      row.add(value);
    }
    row.endField();
    return row.fields().get(0);
  }
}
