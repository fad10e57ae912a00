/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import org.docket.model.CategoryNames;

/** Reads OpenNLP's doccat training format, line by line. */
final class OpenNlpCorpus {

  private final DocumentSink sink;

  OpenNlpCorpus(DocumentSink sink) {
    this.sink = sink;
  }

  void read(ByteSource in) throws IOException {
    new LineReader(sink).read(in, (line, number) -> line(line.strip(), number));
  }

  private void line(String line, long number) {
    if (line.isEmpty()) {
      return;
    }
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    if (end == line.length()) {
      sink.bad(number, "the line has a category and no text", line);
    } else {
      sink.document(
          CategoryNames.unescape(line.substring(0, end)), "", line.substring(end).strip());
    }
  }
}
