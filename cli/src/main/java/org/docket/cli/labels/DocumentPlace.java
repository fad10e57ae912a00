/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.labels;

import java.io.File;
import java.nio.file.Path;
import org.docket.corpus.rows.Row;

/**
 * Where a document stands.
 *
 * @param file as it was named
 * @param row among the rows of the file, from 1
 * @param line of its text that it begins on, from 1
 * @param id of the column that was asked for; empty without
 */
public record DocumentPlace(String file, long row, long line, String id) {

  /** The place of a row, whose first kept column is the id. */
  public static DocumentPlace of(Path file, Row row) {
    String id = row.kept().isEmpty() ? "" : row.kept().get(0);
    return new DocumentPlace(file.toString(), row.number(), row.line(), id);
  }

  /** The file's name without its folder. */
  public String fileName() {
    return file.substring(file.lastIndexOf(File.separatorChar) + 1);
  }
}
