/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page, as it goes over the wire.
 *
 * @param type the Content-Type
 * @param content the file
 * @param zipped the file through gzip; null where that saves nothing
 * @param tag the entity tag, of the content: the times of files in a jar do not move with it
 */
record PageFile(String type, byte[] content, byte[] zipped, String tag) {

  private static final int TAG_BYTES = 12;

  static PageFile of(String type, byte[] content) {
    byte[] zipped = zip(content);
    return new PageFile(
        type, content, zipped.length < content.length ? zipped : null, tag(content));
  }

  private static byte[] zip(byte[] content) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  /** Weak, for it is the same for the zipped form. */
  private static String tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "W/\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
