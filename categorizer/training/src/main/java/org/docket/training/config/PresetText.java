/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.corpus.source.FileKind;
import org.docket.corpus.source.Input;
import org.docket.corpus.source.TextSource;
import org.docket.corpus.source.TextSources;
import org.docket.error.DocketException;

/**
 * What a properties file says, whatever its encoding is.
 *
 * @param values by key
 * @param twice what is wrong with keys that stand twice
 */
record PresetText(SortedMap<String, String> values, List<String> twice) {

  private static final int MAX_CHARS = 1 << 20;

  /** The values of a preset that comes with Docket, by key. */
  static SortedMap<String, String> ofDocket(String name) {
    String resource = "presets/" + name + ".properties";
    try (InputStream in = PresetText.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + resource);
      }
      PresetText text = new PresetText(new TreeMap<>(), new ArrayList<>());
      text.read("preset " + name, new InputStreamReader(in, StandardCharsets.UTF_8));
      return text.values;
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws DocketException if it is no text
   */
  static PresetText of(Path file) {
    PresetText result = new PresetText(new TreeMap<>(), new ArrayList<>());
    try {
      requireNoModel(file);
      TextSources.read(
          Input.of(file),
          Optional.empty(),
          () -> {},
          notice -> {},
          text -> result.read(file.toString(), bounded(text)));
    } catch (IOException e) {
      throw new DocketException(file + " is not a properties file: " + e.getMessage(), e);
    }
    return result;
  }

  /**
   * Checks that each key stands once: of two values Java takes the last without a word.
   *
   * @throws DocketException if not
   */
  void requireOnce() {
    if (!twice.isEmpty()) {
      throw new DocketException(twice.get(0));
    }
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

  private void read(String source, Reader reader) throws IOException {
    try {
      new Once(source, this).load(reader);
    } catch (IllegalArgumentException e) {
      throw new DocketException(source + " is not a properties file: " + e.getMessage(), e);
    }
  }

  /** Keeps what stands there, and remembers what stood there before. */
  private static final class Once extends Properties {

    private static final long serialVersionUID = 1L;

    private final transient String source;
    private final transient PresetText text;

    Once(String source, PresetText text) {
      this.source = source;
      this.text = text;
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      String before = text.values.put(key.toString(), value.toString().strip());
      if (before != null) {
        text.twice.add(
            source + (": the key " + key + " stands twice, with " + before + " and " + value));
      }
      return before;
    }
  }
}
