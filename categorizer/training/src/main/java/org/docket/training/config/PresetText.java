/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.corpus.source.FileKind;
import org.docket.corpus.source.Input;
import org.docket.corpus.source.TextSource;
import org.docket.corpus.source.TextSources;
import org.docket.error.DocketException;

/** Reads properties files: whatever their encoding is, each key once. */
final class PresetText {

  private static final int MAX_CHARS = 1 << 20;

  private PresetText() {}

  /** The values of a preset that comes with Docket, by key. */
  static SortedMap<String, String> ofDocket(String name) {
    String resource = "presets/" + name + ".properties";
    try (InputStream in = PresetText.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + resource);
      }
      return values("preset " + name, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }

  /**
   * The values of a file, by key.
   *
   * @throws DocketException if it is no text, or a key stands twice
   */
  static SortedMap<String, String> of(Path file) {
    SortedMap<String, String> values = new TreeMap<>();
    try {
      requireNoModel(file);
      TextSources.read(
          Input.of(file),
          Optional.empty(),
          () -> {},
          notice -> {},
          text -> values.putAll(values(file.toString(), bounded(text))));
    } catch (IOException e) {
      throw new DocketException(file + " is not a properties file: " + e.getMessage(), e);
    }
    return values;
  }

  private static void requireNoModel(Path file) throws IOException {
    if (FileKind.of(file).filter(FileKind.MODEL::equals).isPresent()) {
      throw new DocketException(
          file + " is a model; --config takes a training preset, which is a properties file");
    }
  }

  private static Reader bounded(TextSource text) throws IOException {
    char[] content = new char[MAX_CHARS + 1];
    int length = 0;
    int read = 0;
    while (read >= 0 && length < content.length) {
      length += read;
      read = text.reader().read(content, length, content.length - length);
    }
    if (length == content.length) {
      throw new DocketException(text.name() + " is too large for a training preset");
    }
    return new StringReader(new String(content, 0, length));
  }

  private static SortedMap<String, String> values(String source, Reader reader) throws IOException {
    SortedMap<String, String> values = new TreeMap<>();
    try {
      new Once(source, values).load(reader);
    } catch (IllegalArgumentException e) {
      throw new DocketException(source + " is not a properties file: " + e.getMessage(), e);
    }
    return values;
  }

  /** Of two values of a key, Java takes the last without a word. */
  private static final class Once extends Properties {

    private static final long serialVersionUID = 1L;

    private final transient String source;
    private final transient SortedMap<String, String> values;

    Once(String source, SortedMap<String, String> values) {
      this.source = source;
      this.values = values;
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      String before = values.put(key.toString(), value.toString().strip());
      if (before != null) {
        throw new DocketException(
            source + (": the key " + key + " stands twice, with " + before + " and " + value));
      }
      return null;
    }
  }
}
