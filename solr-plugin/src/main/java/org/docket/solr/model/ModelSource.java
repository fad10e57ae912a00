/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import java.io.IOException;
import java.util.Locale;
import org.docket.Categorizers;
import org.docket.TextCategorizer;
import org.docket.error.DocketException;
import org.docket.io.Reopenable;
import org.docket.io.Sha256;
import org.docket.model.ModelSize;

/**
 * Where a model is read from.
 *
 * @param name what messages call it
 * @param fileName what tags call it: the name of the file, without its folders
 * @param content opens it, as often as it is asked to
 */
record ModelSource(String name, String fileName, Reopenable content) {

  /** What a model's file has beside its payload, at most. */
  private static final long ZIP_OVERHEAD = 1 << 20;

  /**
   * A source whose name ends in a path.
   *
   * @param name what messages call it
   * @param content opens it, as often as it is asked to
   */
  ModelSource(String name, Reopenable content) {
    this(name, fileNameOf(name), content);
  }

  /** What follows the last separator of folders, of whatever system. */
  static String fileNameOf(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /**
   * The SHA-256 of the model, in lower-case hexadecimal.
   *
   * @throws DocketException if it cannot be read, or is larger than a model may be
   */
  String hash() {
    return hash(ModelSize.LIMIT + ZIP_OVERHEAD);
  }

  String hash(long limit) {
    try (LimitedInput in = new LimitedInput(content.open(), limit)) {
      String hash = Sha256.hex(in);
      if (in.isOver()) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "%s is larger than a model may be, which is %,d MiB",
                name,
                ModelSize.LIMIT >> 20));
      }
      return hash;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Loads the model.
   *
   * @throws DocketException if it is not a usable model
   */
  TextCategorizer load() {
    return Categorizers.load(content, name);
  }

  /** With its class, as the message of an I/O error may be no more than the name of the file. */
  private DocketException unreadable(IOException e) {
    return new DocketException(name + " cannot be read: " + e, e);
  }
}
