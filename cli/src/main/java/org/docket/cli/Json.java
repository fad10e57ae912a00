/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** JSON for scripts. */
public final class Json {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private static final ObjectWriter LINES = MAPPER.writer().withRootValueSeparator("\n");

  private Json() {}

  /** A value (maps, lists, records, numbers, texts) as JSON in one line. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not expressible as JSON: " + value, e);
    }
  }

  /** Values as JSON Lines: each in one line, with its end. Faster than one by one. */
  public static String lines(List<?> values) {
    StringWriter lines = new StringWriter();
    try (SequenceWriter json = LINES.writeValues(lines)) {
      json.writeAll(values);
    } catch (IOException e) {
      throw new IllegalArgumentException("not expressible as JSON: " + e.getMessage(), e);
    }
    return values.isEmpty() ? "" : lines.append('\n').toString();
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
