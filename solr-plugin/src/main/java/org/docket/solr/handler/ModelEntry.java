/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import org.apache.solr.common.util.SimpleOrderedMap;
import org.docket.solr.metrics.ModelInfo;
import org.docket.solr.tagger.Tagger;

/** What answers call the model. */
final class ModelEntry {

  private ModelEntry() {}

  static SimpleOrderedMap<Object> of(ModelInfo info) {
    SimpleOrderedMap<Object> model = new SimpleOrderedMap<>();
    model.add("name", info.name());
    model.add("sha256", info.sha256());
    model.add("kernel", info.kernel());
    return model;
  }

  /**
   * Also how it stands in the index, and where solrconfig.xml says that it lies: after a reload
   * with a file that cannot be used, the model of before serves, which does not lie there.
   */
  static SimpleOrderedMap<Object> withLocation(Tagger tagger) {
    SimpleOrderedMap<Object> model = of(tagger.model());
    model.add("tag", tagger.model().label());
    model.add("location", tagger.config().model());
    return model;
  }
}
