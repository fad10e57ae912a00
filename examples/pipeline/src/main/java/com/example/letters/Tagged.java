/* SPDX-License-Identifier: Apache-2.0 */
package com.example.letters;

/**
 * A text with its category.
 *
 * @param text a sentence, or a whole letter
 * @param category the most probable one
 * @param probability from 0 to 1
 */
public record Tagged(String text, String category, double probability) {}
