/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

/** What somebody asks. */
public sealed interface Question permits TextQuery, DocumentsQuery, InfoQuery {

  /** The tagger that is to answer. */
  TaggerQuery tagger();
}
