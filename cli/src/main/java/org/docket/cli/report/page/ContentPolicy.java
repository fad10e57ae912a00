/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Content-Security-Policy of a page: nothing is loaded, sent or run but the style and the
 * scripts whose hashes it names. Nothing is evaluated from texts either: Vega interprets its
 * expressions (option {@code ast} of vega-embed). Images are those that the page itself draws, for
 * their export.
 */
final class ContentPolicy {

  private ContentPolicy() {}

  static String of(String style, List<String> scripts) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data: blob:; style-src "
        + hash(style)
        + "; script-src "
        + scripts.stream().map(ContentPolicy::hash).collect(Collectors.joining(" "));
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
