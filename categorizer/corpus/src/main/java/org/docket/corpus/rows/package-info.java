/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From text to rows: CSV in its dialects, JSON, label and text in a line, lines. Each row comes
 * with where it begins, and a row that cannot be read comes too, with the reason.
 *
 * <p>Labels are not cleaned or mapped here, and bytes are not known. For Docket's own modules; not
 * API.
 */
package org.docket.corpus.rows;
