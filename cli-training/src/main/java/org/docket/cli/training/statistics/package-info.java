/* SPDX-License-Identifier: Apache-2.0 */
/** Means, deviations and intervals of what several trainings came to. */
package org.docket.cli.training.statistics;
