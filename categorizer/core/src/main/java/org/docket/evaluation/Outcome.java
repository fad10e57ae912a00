/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

/**
 * What came out for one document.
 *
 * @param expected the label that the document came with
 * @param predicted the most probable category
 * @param confidence the probability of that category, from 0 to 1
 */
public record Outcome(String expected, String predicted, double confidence) {}
