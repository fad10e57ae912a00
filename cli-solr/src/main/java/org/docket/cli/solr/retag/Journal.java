/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.Json;
import org.docket.cli.solr.documents.CursorWalk;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;

/**
 * Where a walk has come to, for a run that goes on behind it. A page is noted when all of it is
 * done; the one that a killed process was at is compared once more, and nothing in it written
 * twice.
 *
 * @param file of one JSON object
 * @param walk what is walked: a cursor holds for nothing else
 */
record Journal(Path file, Map<String, Object> walk) {

  private static final String CURSOR = "cursor";
  private static final int MOST_BYTES = 1 << 20;

  /** That of a scope. */
  static Journal of(Path file, String collection, Scope scope) {
    Map<String, Object> walk = new LinkedHashMap<>();
    walk.put("collection", collection);
    walk.put("query", scope.query().orElse("*:*"));
    walk.put("model", scope.info().model().sha256());
    return new Journal(file, walk);
  }

  /** Notes that all before a cursor is done. */
  void note(String cursor) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>(walk);
    all.put(CURSOR, cursor);
    byte[] json = (Json.line(all) + "\n").getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, part -> Files.write(part, json));
  }

  /** Takes it away: the walk is over. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * Checks that it can be written, and that what it replaces is a journal, if anything.
   *
   * @throws DocketException if not
   */
  void requireOwn() {
    WholeFile.requireWritable(file);
    if (Files.exists(file)) {
      read();
    }
  }

  /**
   * Where to go on: at the beginning, if there is none of this walk.
   *
   * @throws DocketException if the file is something else, or of another walk
   */
  String cursor() {
    if (Files.notExists(file)) {
      return CursorWalk.START;
    }
    Map<?, ?> noted = read();
    walk.forEach(
        (what, value) -> {
          if (!value.equals(noted.get(what))) {
            throw new DocketException(
                file
                    + " is of another walk: its "
                    + what
                    + " is "
                    + noted.get(what)
                    + ", not "
                    + value
                    + "; without --resume this one begins at the beginning");
          }
        });
    return (String) noted.get(CURSOR);
  }

  private Map<?, ?> read() {
    return parse()
        .filter(map -> map.get(CURSOR) instanceof String)
        .orElseThrow(
            () ->
                new DocketException(
                    file + " is no journal of retag: name another file with --journal"));
  }

  private Optional<Map<?, ?>> parse() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      return Optional.of(new ObjectMapper().readValue(file.toFile(), Map.class));
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DocketException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
