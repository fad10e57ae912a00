/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import org.apache.solr.common.SolrInputDocument;
import org.docket.solr.document.SourceText;

/**
 * A text that is to be categorized.
 *
 * @param document where the tag is written
 * @param text not blank
 * @param isUpdate whether the document is a partial update, which needs operations for values
 */
record PendingText(SolrInputDocument document, SourceText text, boolean isUpdate) {}
