/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.util.Optional;
import org.apache.solr.common.params.SolrParams;

/**
 * Which tagger of a core is meant.
 *
 * @param chain the update chain that it stands in
 * @param categoryField the field that it writes to
 */
public record TaggerQuery(Optional<String> chain, Optional<String> categoryField) {

  static final String CHAIN = "chain";
  static final String CATEGORY_FIELD = "categoryField";

  static TaggerQuery of(SolrParams params) {
    return new TaggerQuery(
        Optional.ofNullable(params.get(CHAIN)), Optional.ofNullable(params.get(CATEGORY_FIELD)));
  }
}
