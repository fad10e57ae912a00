/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From bytes to texts: opens files and pipes, takes compression off, reads the members of a zip,
 * recognises encodings, and tells in one line what is no text. {@link
 * org.docket.corpus.source.TextSources} is the door.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.corpus.source;
