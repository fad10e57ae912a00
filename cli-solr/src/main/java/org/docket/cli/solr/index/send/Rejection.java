/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import org.docket.cli.solr.index.fields.IndexDocument;

/**
 * A document that cannot be indexed as it is.
 *
 * @param reason Solr's, or ours
 */
public record Rejection(IndexDocument document, String reason) {}
