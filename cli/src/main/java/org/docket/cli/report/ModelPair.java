/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

/**
 * McNemar's test of two models.
 *
 * @param first the place of the one among the models
 * @param second the place of the other
 * @param onlyFirstRight documents that the first gets right and the second wrong
 * @param onlySecondRight documents that the second gets right and the first wrong
 * @param chiSquared the statistic; 0 if the test is exact
 * @param p how likely such a difference is by chance
 */
public record ModelPair(
    int first, int second, int onlyFirstRight, int onlySecondRight, double chiSquared, double p) {}
