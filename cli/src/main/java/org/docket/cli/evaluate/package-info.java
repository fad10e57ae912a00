/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code docket evaluate}: a model on labelled documents, as text or as JSON; the report to look at
 * is in {@code org.docket.cli.report}.
 */
package org.docket.cli.evaluate;
