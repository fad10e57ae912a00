/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docket.io.Sha256;

/**
 * An id made of what a document says: the first 128 bits of the SHA-256 of its fields, sorted by
 * name. The order of columns, and whether a number came as a text, make no difference; empty fields
 * are none.
 */
final class DocumentId {

  private static final int BYTES = 16;

  private DocumentId() {}

  static String of(Map<String, Object> fields) {
    MessageDigest digest = Sha256.digest();
    new TreeMap<>(fields)
        .forEach(
            (field, value) -> {
              List<?> values = value instanceof List<?> list ? list : List.of(value);
              if (!values.equals(List.of(""))) {
                add(digest, field);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(values.size()).array());
                values.forEach(each -> add(digest, each.toString()));
              }
            });
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  /** With its length before it, so that no two lists of texts give the same bytes. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
