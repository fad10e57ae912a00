/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Words of plain text, found in one pass: what Lucene's tokenizer, its lower case and its folding
 * make of characters that nearly all English text consists of. Lucene is the definition; a text
 * with any other character is Lucene's.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.text.plain;
