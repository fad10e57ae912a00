/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Soft labels: a probability for each category in place of a label, or beside one. They stand in
 * columns of a corpus, or in a file of their own that is joined by a hash of the text, an id, or
 * the number of the row. {@code docs/teacher.md} describes the formats. API.
 */
package org.docket.corpus.soft;
