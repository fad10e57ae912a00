/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * A model file, read by the tables of docs/model-format.md and by no code of Docket.
 *
 * <p>The order of the parts, their types, and when they are there, come from the page; what stands
 * here is what a type is.
 */
final class PageModel {

  private static final Pattern SINCE = Pattern.compile("since version (\\d+)");
  private static final Pattern TIMES = Pattern.compile("`(\\w+)` times");
  private static final Pattern IF = Pattern.compile("if `(\\w+)`");
  private static final int HEADER = 48;

  private final int version;
  private final ByteBuffer payload;
  private final Map<String, Object> parts = new LinkedHashMap<>();

  /** The weights of one direction of an LSTM layer; matrices by row. */
  record Layer(float[][] input, float[][] recurrent, float[] bias) {}

  private PageModel(int version, ByteBuffer payload) {
    this.version = version;
    this.payload = payload;
  }

  /**
   * Reads a model.
   *
   * @param table the rows of the page: part, type, when it is there, what it is
   */
  static PageModel read(Path file, List<List<String>> table) throws IOException {
    ByteBuffer frame = ByteBuffer.wrap(entry(file));
    byte[] magic = new byte["DOCKETM\n".length()];
    frame.get(magic);
    assertThat(magic).isEqualTo("DOCKETM\n".getBytes(StandardCharsets.US_ASCII));
    int version = frame.getInt();
    int length = frame.getInt();
    assertThat(length).isEqualTo(frame.capacity() - HEADER);
    ByteBuffer payload = frame.position(HEADER).slice().order(ByteOrder.LITTLE_ENDIAN);
    PageModel model = new PageModel(version, payload);
    table.forEach(row -> model.read(code(row.get(0)), code(row.get(1)), row.get(2)));
    assertThat(payload.remaining()).as("bytes that no row of the page is of").isZero();
    return model;
  }

  private static byte[] entry(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("doccat.model"))) {
      return in.readAllBytes();
    }
  }

  private static String code(String cell) {
    return cell.replace("`", "");
  }

  int version() {
    return version;
  }

  /** A part by its name on the page; one that is there several times is a list. */
  <T> T part(String name, Class<T> type) {
    return type.cast(parts.get(name));
  }

  boolean flag(String name) {
    return parts.get(name) == Boolean.TRUE;
  }

  @SuppressWarnings("unchecked")
  <T> List<T> list(String name) {
    return (List<T>) parts.getOrDefault(name, List.of());
  }

  private void read(String part, String type, String there) {
    Matcher since = SINCE.matcher(there);
    Matcher condition = IF.matcher(there);
    if ((since.find() && version < Integer.parseInt(since.group(1)))
        || (condition.find() && !flag(condition.group(1)))) {
      return;
    }
    Matcher times = TIMES.matcher(there);
    parts.put(
        part,
        times.find() ? list(part(times.group(1), Integer.class), () -> value(type)) : value(type));
  }

  private Object value(String type) {
    return switch (type) {
      case "int" -> payload.getInt();
      case "flag" -> payload.get() == 1;
      case "text" -> text();
      case "texts" -> list(payload.getInt(), this::text);
      case "map" -> map();
      case "ints" -> ints();
      case "bytes" -> bytes();
      case "floats" -> floats();
      case "matrix" -> matrix();
      case "layer" -> new Layer(matrix(), matrix(), floats());
      default -> throw new AssertionError("the page has a type " + type);
    };
  }

  private static <T> List<T> list(int count, Supplier<T> each) {
    List<T> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(each.get());
    }
    return list;
  }

  private String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private Map<String, String> map() {
    Map<String, String> map = new LinkedHashMap<>();
    for (int left = payload.getInt(); left > 0; left--) {
      map.put(text(), text());
    }
    return map;
  }

  private int[] ints() {
    return list(payload.getInt(), payload::getInt).stream().mapToInt(each -> each).toArray();
  }

  private byte[] bytes() {
    byte[] bytes = new byte[payload.getInt()];
    payload.get(bytes);
    return bytes;
  }

  private float[] floats() {
    float[] floats = new float[payload.getInt()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = payload.getFloat();
    }
    return floats;
  }

  private float[][] matrix() {
    float[][] rows = new float[payload.getInt()][payload.getInt()];
    assertThat(payload.getInt()).isEqualTo(rows.length * rows[0].length);
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = payload.getFloat();
      }
    }
    return rows;
  }
}
