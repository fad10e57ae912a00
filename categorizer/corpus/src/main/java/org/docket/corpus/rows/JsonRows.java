/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.docket.corpus.source.TextSource;
import org.docket.error.DocketException;

/**
 * Reads JSON objects: one a line (JSON Lines), in an array, or one after the other. Of JSON Lines a
 * line that cannot be read is a bad row; in an array nobody knows where the next object begins
 * after a mistake, so that it ends the reading with an error. For one text.
 */
public final class JsonRows {

  private static final Pattern JSON =
      Pattern.compile("\\A[\\s\\x1e]*(\\{\\s*([\"}]|\\z)|\\[\\s*([{\\]]|\\z))");

  /** A first line that an object does not end on. */
  private static final Pattern GOES_ON = Pattern.compile("\\A\\s*\\{(.*[,:{\\[])?\\s*\\z");

  private static final int MESSAGE = 150;

  private final TextSource source;
  private final RowEmitter out;
  private final int max;
  private final ObjectMapper mapper;
  private final JsonDocuments documents;

  /** A reader of a text. */
  public JsonRows(TextSource source, RowSettings settings, RowEmitter out) {
    this.source = source;
    this.out = out;
    this.max = settings.max();
    this.documents = new JsonDocuments(source, settings, out);
    StreamReadConstraints constraints =
        StreamReadConstraints.builder().maxStringLength(settings.max()).build();
    mapper =
        new ObjectMapper(
                JsonFactory.builder()
                    .streamReadConstraints(constraints)
                    // As Python and R write numbers that are missing.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    // As RFC 7464 begins each text.
                    .enable(JsonReadFeature.ALLOW_RS_CONTROL_CHAR)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
  }

  /** Whether a text begins as an object or an array of objects does. */
  public static boolean isJson(String beginning) {
    return !beginning.isBlank() && JSON.matcher(beginning).find();
  }

  /**
   * Reads all rows.
   *
   * @throws DocketException if an array is broken, or no object has the fields that are needed
   */
  public void read() throws IOException {
    if (isLines(source.beginning())) {
      lines();
    } else {
      stream();
    }
    documents.finish();
  }

  private static boolean isLines(String beginning) {
    String text = beginning.stripLeading();
    if (text.startsWith("[")) {
      return false;
    }
    int end = text.indexOf('\n');
    return end < 0 || !GOES_ON.matcher(text.substring(0, end)).find();
  }

  private void lines() throws IOException {
    Lines lines = new Lines(source.reader(), max);
    while (lines.next()) {
      String line = lines.text();
      Optional<String> problem = lines.problem();
      if (problem.isEmpty() && RowEmitter.hasHalf(line)) {
        problem = Optional.of(out.foreign());
      }
      if (problem.isPresent()) {
        out.bad(lines.line(), problem.get(), line);
      } else if (!line.isBlank()) {
        line(lines.line(), line);
      }
    }
  }

  private void line(long number, String line) throws IOException {
    List<JsonNode> nodes;
    try (MappingIterator<JsonNode> values = mapper.readerFor(JsonNode.class).readValues(line)) {
      // Files that were joined may have two in a line.
      nodes = values.readAll();
    } catch (JsonProcessingException e) {
      out.bad(number, "the line is no JSON: " + message(e), line);
      return;
    }
    for (JsonNode node : nodes) {
      documents.row(number, node, false);
    }
  }

  private void stream() throws IOException {
    BoundedReader in = new BoundedReader(source.reader(), max);
    try (JsonParser parser = mapper.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.END_ARRAY && !beginsArrayOfRows(parser)) {
          in.rowBegins();
          long line = parser.currentTokenLocation().getLineNr();
          documents.row(line, mapper.readTree(parser), in.sawForeign());
        }
      }
    } catch (JsonProcessingException e) {
      throw broken(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), message(e), e);
    } catch (RowTooLongException e) {
      throw broken(0, e.getMessage(), e);
    }
  }

  private static boolean beginsArrayOfRows(JsonParser parser) {
    return parser.currentToken() == JsonToken.START_ARRAY
        && parser.getParsingContext().getParent().inRoot();
  }

  private DocketException broken(int line, String problem, IOException e) {
    return new DocketException(
        String.format(
            Locale.ROOT,
            "%s%s: the JSON is broken: %s; %d rows before it were read, and nothing behind it can"
                + " be (of JSON Lines, an object a line, one line would be lost)",
            source.name(),
            line > 0 ? ", line " + line : "",
            problem,
            out.count()),
        e);
  }

  private static String message(JsonProcessingException e) {
    String message = e.getOriginalMessage().replaceAll("\\s+", " ").strip();
    return message.length() <= MESSAGE ? message : message.substring(0, MESSAGE) + "\u2026";
  }
}
