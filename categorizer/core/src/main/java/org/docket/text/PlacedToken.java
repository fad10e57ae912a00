/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

/**
 * A cleaned token and where it came from.
 *
 * @param token what the analysis made of it
 * @param start of its first UTF-16 unit in the text
 * @param end after its last unit
 */
public record PlacedToken(String token, int start, int end) {}
