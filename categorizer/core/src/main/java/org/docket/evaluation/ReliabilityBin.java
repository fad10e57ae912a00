/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

/**
 * The documents whose confidence lies in an interval: is a confidence of 0.8 right eight times in
 * ten?
 *
 * @param from lower end of the interval
 * @param to upper end
 * @param documents how many; 0 leaves the means at 0
 * @param meanConfidence the mean of their confidences
 * @param accuracy the share that is right
 */
public record ReliabilityBin(
    double from, double to, int documents, double meanConfidence, double accuracy) {}
