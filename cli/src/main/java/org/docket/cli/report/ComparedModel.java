/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import org.docket.evaluation.Evaluation;

/**
 * A model that is compared.
 *
 * @param name what it is called; no two have the same
 * @param evaluation with the categories of all models, so that they can be laid side by side
 * @param documentsPerSecond on one thread
 * @param bytes of its file
 * @param truncated how many documents are longer than what it reads
 */
public record ComparedModel(
    String name, Evaluation evaluation, double documentsPerSecond, long bytes, long truncated) {}
