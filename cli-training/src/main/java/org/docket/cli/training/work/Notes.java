/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.work;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.docket.cli.Json;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;

/**
 * The notes of work that takes long, as JSON in a file that is written whole: what is done already,
 * for {@code --resume}. Data only: nothing in them names a class.
 *
 * @param fingerprint of all that decides what the work comes to
 * @param done the work's own record
 */
public record Notes<T>(String fingerprint, T done) {

  /** Far above what thousands of trials take. */
  private static final long MOST_BYTES = 1 << 28;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /** Writes them in place of those that were there. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, part -> Files.writeString(part, Json.line(this) + "\n"));
  }

  /**
   * Reads what was done.
   *
   * @param fingerprint of the work at hand
   * @param type of the record
   * @param what is done, in words
   * @return nothing without a file
   * @throws DocketException if they are broken, or of other work
   */
  public static <T> Optional<T> read(Path file, String fingerprint, Class<T> type, String what) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw broken(file, what, "it is too large", null);
      }
      Notes<T> notes =
          MAPPER.readValue(
              Files.readString(file),
              MAPPER.getTypeFactory().constructParametricType(Notes.class, type));
      if (notes == null || notes.fingerprint == null || notes.done == null) {
        throw broken(file, what, "it is not complete", null);
      }
      if (!notes.fingerprint.equals(fingerprint)) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "%s is of another %s: of other data, another preset or other options; delete it, or"
                    + " go without --resume",
                file,
                what));
      }
      return Optional.of(notes.done);
    } catch (JacksonException e) {
      throw broken(file, what, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw broken(file, what, e.getMessage(), e);
    }
  }

  private static DocketException broken(Path file, String what, String why, Exception cause) {
    return new DocketException(
        String.format(
            Locale.ROOT,
            "%s cannot be read as the notes of a %s: %s; delete it, or go without --resume",
            file,
            what,
            why.replaceAll("\\s+", " ")),
        cause);
  }
}
