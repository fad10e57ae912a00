/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;

/** Gets the texts of an input, one after the other. */
@FunctionalInterface
public interface TextConsumer {

  /**
   * Gets a text.
   *
   * @param text is closed when this returns
   */
  void accept(TextSource text) throws IOException;
}
