/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reports to look at: what is collected of documents as they pass by, put together with the figures
 * to one object, and written with CSV files and charts beside it.
 */
package org.docket.cli.report;
