/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From rows to documents: which column is which field of the collection, and what a document's id
 * is. {@link org.docket.cli.solr.index.fields.DocumentMaker} is the way in.
 */
package org.docket.cli.solr.index.fields;
