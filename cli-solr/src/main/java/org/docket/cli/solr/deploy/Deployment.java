/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.util.List;
import org.docket.error.DocketException;

/** A way to put a model into service, where Solr finds its models in that way. */
interface Deployment {

  /** The texts that a model is tried on. */
  @FunctionalInterface
  interface CollectionTexts {
    List<String> of(NewModel model);
  }

  /** Whether a model serves already, wherever it should. */
  boolean isInService(NewModel model);

  /**
   * Puts a model into service. What served before serves again where it fails.
   *
   * @param texts that Solr must answer as the model does here
   * @throws DocketException if it cannot be begun; nothing has changed then
   * @throws DeployFailedException if it failed; the message says what serves now
   */
  void deploy(NewModel model, List<String> texts) throws IOException, InterruptedException;

  /**
   * Puts the model into service that served before this one.
   *
   * @throws DocketException if there is none; nothing has changed then
   * @throws DeployFailedException if it failed; the message says what serves now
   */
  void rollBack(CollectionTexts texts) throws IOException, InterruptedException;
}
