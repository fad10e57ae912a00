/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.labels;

import org.docket.ScoredCategory;

/**
 * A document whose label is likely wrong, as people see it.
 *
 * @param place where it stands
 * @param given its label, and how probable the model finds it
 * @param likely the model's answer
 * @param start its first words
 */
public record ListedLabelError(
    DocumentPlace place, ScoredCategory given, ScoredCategory likely, String start) {}
