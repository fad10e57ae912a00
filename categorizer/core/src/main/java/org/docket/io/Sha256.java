/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that tells what is in a file or an array. */
public final class Sha256 {

  /** Bytes of a hash. */
  public static final int SIZE = 32;

  private Sha256() {}

  /** A digest that nothing has been added to yet; for one thread. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The hash of an array, {@value #SIZE} bytes. */
  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  /** The hash of a file, in lower-case hexadecimal. */
  public static String hex(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return hex(in);
    }
  }

  /** The hash of a stream to its end, in lower-case hexadecimal; it is left open. */
  public static String hex(InputStream in) throws IOException {
    DigestInputStream digested = new DigestInputStream(in, digest());
    digested.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digested.getMessageDigest().digest());
  }
}
