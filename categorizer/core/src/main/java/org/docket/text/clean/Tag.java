/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

/**
 * A tag of markup.
 *
 * @param element its name in lower case
 * @param opening whether content may follow, up to the tag that closes it
 * @param end after its {@code >}
 */
record Tag(String element, boolean opening, int end) {}
