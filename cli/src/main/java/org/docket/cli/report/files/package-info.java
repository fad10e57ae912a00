/* SPDX-License-Identifier: Apache-2.0 */
/** The figures of a report as CSV files, and as charts that XChart draws. */
package org.docket.cli.report.files;
