/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.util.Optional;
import org.docket.cli.solr.documents.StoredTag;

/**
 * What the model in service says of a document.
 *
 * @param tag that it would get; absent if there is no text, or it failed
 * @param failure why Solr could not tell
 */
record Prediction(Optional<StoredTag> tag, Optional<String> failure) {

  static final Prediction NO_TEXT = new Prediction(Optional.empty(), Optional.empty());

  static Prediction of(StoredTag tag) {
    return new Prediction(Optional.of(tag), Optional.empty());
  }

  static Prediction failed(String reason) {
    return new Prediction(Optional.empty(), Optional.of(reason));
  }
}
