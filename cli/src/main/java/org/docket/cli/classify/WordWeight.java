/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

/**
 * How much a word speaks for a category.
 *
 * @param word a token of the analysed text
 * @param weight by how much the category's probability falls when all its occurrences are left out
 */
record WordWeight(String word, double weight) {}
