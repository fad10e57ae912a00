/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The documents that a report shows, chosen in one pass of which few are held; what moved their
 * answers, and the words that tell most of a category.
 */
package org.docket.cli.report.documents;
