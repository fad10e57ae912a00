/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** JSON for scripts. */
public final class Json {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private static final SerializedString LINE_END = new SerializedString("\n");

  private Json() {}

  /** A value (maps, lists, records, numbers, texts) as JSON in one line. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not expressible as JSON: " + value, e);
    }
  }

  /** Writes one value with a generator, which also takes any object. */
  @FunctionalInterface
  public interface ValueWriter<T> {

    /** Writes the value. */
    void write(T value, JsonGenerator json) throws IOException;
  }

  /**
   * Values as JSON Lines: each in one line, with its end. For many lines: nothing is made of a
   * value but its characters.
   */
  public static <T> String lines(List<T> values, ValueWriter<T> writer) {
    StringWriter lines = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(lines)) {
      json.setRootValueSeparator(LINE_END);
      for (T value : values) {
        writer.write(value, json);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not expressible as JSON: " + e.getMessage(), e);
    }
    return values.isEmpty() ? "" : lines.append(LINE_END.getValue()).toString();
  }

  /** A value as JSON over several lines, for people. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not expressible as JSON: " + value, e);
    }
  }
}
