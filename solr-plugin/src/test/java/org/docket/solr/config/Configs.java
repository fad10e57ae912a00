/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import org.apache.solr.common.params.ModifiableSolrParams;

/** What parameters in a test make. */
public final class Configs {

  private Configs() {}

  /**
   * A configuration that has a model and writes into the field {@code cat}.
   *
   * @param params names of parameters without {@code doccat.}, each followed by its value
   */
  public static DoccatConfig of(String... params) {
    ModifiableSolrParams all = new ModifiableSolrParams();
    all.set("doccat.model", "m.bin");
    all.set("doccat.fl", "title");
    all.set("doccat.categoryField", "cat");
    for (int i = 0; i < params.length; i += 2) {
      all.set("doccat." + params[i], params[i + 1]);
    }
    return DoccatConfig.of(all);
  }
}
