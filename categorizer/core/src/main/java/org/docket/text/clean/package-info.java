/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From text as people send it to text that a tokenizer reads right: markup, entities, invisible
 * characters, accents, links, currency signs.
 *
 * <p>{@link org.docket.text.clean.TextCleaner} is the door; each step behind it does one thing.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.text.clean;
