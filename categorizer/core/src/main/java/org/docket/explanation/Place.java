/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

/**
 * Where something stands in a text, in UTF-16 units.
 *
 * @param start of its first unit
 * @param end after its last unit
 */
public record Place(int start, int end) {}
