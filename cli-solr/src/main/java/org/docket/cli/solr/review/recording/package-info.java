/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Decisions that people made elsewhere, such as in a spreadsheet, brought into the index: each
 * becomes what the page would have written.
 *
 * <p>A file becomes {@link org.docket.cli.solr.review.recording.GivenDecision}s, each becomes a
 * guarded atomic update, and {@link org.docket.cli.solr.review.recording.Recording} sends them.
 */
package org.docket.cli.solr.review.recording;
