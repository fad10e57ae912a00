/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import org.docket.ScoredCategory;

/**
 * A document whose label is likely wrong.
 *
 * @param document its number among all that were added, from 0
 * @param given the label that it came with, and how probable the model finds it
 * @param likely the model's own answer, which is another
 */
public record LabelError(int document, ScoredCategory given, ScoredCategory likely) {}
