/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * Something that can be read from its beginning as often as one likes: a file, a resource. Of our
 * own, and not OpenNLP's InputStreamFactory, so that the plugin, which holds OpenNLP under another
 * name, fits any copy of this library.
 */
@FunctionalInterface
public interface Reopenable {

  /** Begins at the beginning; the caller closes the stream. */
  InputStream open() throws IOException;
}
