/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;
import org.docket.io.Sha256;

/**
 * The model that a home serves, beside the one that Docket ships: who has deployed another one, or
 * has a newer Docket, keeps the one that the home has.
 *
 * @param served what the plugin says of it; absent if it says nothing
 * @param silence why it says nothing
 * @param shipped the shipped model's file
 * @param isShipped whether that is the one that is served
 */
record ServedModel(
    Optional<CollectionInfo.Model> served, String silence, Path shipped, boolean isShipped) {

  static ServedModel of(SolrCollection collection, Path shipped) {
    try {
      CollectionInfo.Model model = collection.info().model();
      boolean same = model.sha256().equals(Sha256.hex(shipped));
      return new ServedModel(Optional.of(model), "", shipped, same);
    } catch (DocketException e) {
      return new ServedModel(Optional.empty(), e.getMessage(), shipped, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it stands in documents, or why nobody knows. */
  String tag() {
    return served.map(CollectionInfo.Model::tag).orElse(silence);
  }

  /** What to do about another one than the shipped one. */
  Optional<String> advice(URI collection) {
    return served.isEmpty() || isShipped
        ? Optional.empty()
        : Optional.of(
            "is not the shipped one, and stays. To take that: ./docket deploy --model "
                + shipped
                + " --solr "
                + collection);
  }

  void addTo(Map<String, Object> facts) {
    served.ifPresent(
        model -> {
          facts.put("model", model.tag());
          facts.put("modelSha256", model.sha256());
          facts.put("modelIsShipped", isShipped);
        });
  }
}
