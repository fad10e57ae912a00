/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The figures of a report that an evaluation alone does not have: intervals by the bootstrap,
 * lengths of texts, what the epochs say in words.
 */
package org.docket.cli.report.figures;
