/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an input, and keeps what came of it. */
final class Reading {

  final Map<String, String> texts = new LinkedHashMap<>();
  final List<String> notices = new ArrayList<>();
  final List<String> beginnings = new ArrayList<>();
  final List<Optional<String>> likely = new ArrayList<>();

  /** Reads bytes as standard input. */
  static Reading of(byte[] bytes) throws IOException {
    return of(Input.of(new ByteArrayInputStream(bytes), "standard input"));
  }

  static Reading of(Input input) throws IOException {
    return of(input, Optional.empty());
  }

  static Reading of(Input input, Optional<Charset> encoding) throws IOException {
    return new Reading().read(input, encoding);
  }

  Reading read(Input input, Optional<Charset> encoding) throws IOException {
    TextSources.read(
        input,
        encoding,
        () -> {},
        notices::add,
        text -> {
          beginnings.add(text.beginning());
          StringWriter all = new StringWriter();
          try {
            copy(text.reader(), all);
          } finally {
            texts.put(text.name(), all.toString());
            likely.add(text.likelyEncoding());
          }
        });
    return this;
  }

  /** The only text. */
  String text() {
    if (texts.size() != 1) {
      throw new AssertionError(texts.keySet());
    }
    return texts.values().iterator().next();
  }

  private static void copy(Reader reader, StringWriter all) throws IOException {
    char[] buffer = new char[5000];
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      all.write(buffer, 0, read);
    }
  }
}
