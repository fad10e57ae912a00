/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;
import org.docket.error.DocketException;

/** Opens what people send: plain, compressed, in an archive, in any encoding. */
public final class TextSources {

  private TextSources() {}

  /**
   * Opens an input, takes compression off, recognises the encoding, hands each text on and closes
   * it. Memory does not grow with the input. Plain, gzip, bzip2, xz, zst and zip, also one in the
   * other, told by the first bytes.
   *
   * @param encoding of the texts; else UTF-8, or UTF-16 where they are in it
   * @param beforeWaiting is run when the input has nothing at hand, before it is waited for:
   *     whoever types wants an answer to what is there
   * @param notices gets what a person should know, each in one line
   * @param consumer gets each text; those of an archive in its order
   * @throws DocketException if there is no such file, it is no text, or it is damaged (then what
   *     stands before has been handed on); the message is complete. The texts' readers throw it as
   *     well
   * @throws IOException if reading fails, or the consumer
   */
  public static void read(
      Input input,
      Optional<Charset> encoding,
      Runnable beforeWaiting,
      Consumer<String> notices,
      TextConsumer consumer)
      throws IOException {
    try (InputStream in = input.open()) {
      new Opener(input, encoding, notices, consumer).open(new Bytes(in, beforeWaiting));
    }
  }
}
