/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

/**
 * The scores of one category, with their intervals.
 *
 * @param category its index in the evaluation
 * @param support how many documents are in it
 */
public record CategoryIntervals(
    int category, Interval precision, Interval recall, Interval f1, int support) {}
