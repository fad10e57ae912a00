/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.apache.solr.common.util.Utils;
import org.docket.error.DocketException;

/**
 * A file in a node's folder of Solr's file store. Beside it Solr writes the SHA-512 that it must
 * have, and then the file itself, in its place and not at once: it may be read too early.
 */
record UploadedFile(Path file) {

  private static final long PAUSE_MILLIS = 200;

  /**
   * Whether the file is what was uploaded, or becomes it in a time. It passes for whole if nothing
   * says what it must be, as where somebody has put it there by hand.
   */
  boolean isWholeWithin(Duration patience) {
    Path metadata = file.resolveSibling("." + file.getFileName() + ".json");
    if (Files.notExists(metadata)) {
      return true;
    }
    long start = System.nanoTime();
    while (!hasHashOf(metadata)) {
      if (System.nanoTime() - start >= patience.toNanos()) {
        return false;
      }
      pause();
    }
    return true;
  }

  private boolean hasHashOf(Path metadata) {
    try (InputStream json = Files.newInputStream(metadata)) {
      return Utils.fromJSON(json) instanceof Map<?, ?> map && sha512().equals(map.get("sha512"));
    } catch (IOException e) {
      throw new DocketException(file + " cannot be read: " + e, e);
    }
  }

  private String sha512() throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-512"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-512", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DocketException("interrupted while a model was on its way", e);
    }
  }
}
