/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

/**
 * How many documents have one label and should likely have another.
 *
 * @param given the label that they came with
 * @param likely the one that they should have
 * @param estimated how many there are by the calibrated confident joint
 * @param listed how many are listed as such
 */
public record LabelErrorPair(String given, String likely, double estimated, int listed) {}
