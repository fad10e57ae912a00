/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Models side by side, for {@code docket compare}: the models and their names, McNemar's test,
 * speed, and the table. How good one model is by itself belongs to {@code org.docket.evaluation}.
 */
package org.docket.cli.compare;
