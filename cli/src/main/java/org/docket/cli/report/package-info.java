/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reports to look at: charts as PNG files and a page that shows them. Charts are drawn by XChart.
 */
package org.docket.cli.report;
