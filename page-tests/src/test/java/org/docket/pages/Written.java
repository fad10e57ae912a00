/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Hands on what is written as text, whenever it is flushed. */
final class Written extends ByteArrayOutputStream {

  private final StringWriter to;

  Written(StringWriter to) {
    this.to = to;
  }

  @Override
  public void flush() {
    to.write(toString(StandardCharsets.UTF_8));
    reset();
  }
}
