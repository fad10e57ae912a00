/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

/**
 * What reaches the gates of a layer from below: input · weights + bias, before the recurrent part
 * is added.
 */
interface LayerInput {

  /**
   * Computes it for some steps.
   *
   * @param batch the documents
   * @param from the first step
   * @param to the step after the last
   * @param workspace holds what the layer below put out; its gates are overwritten: a row for each
   *     step of each document, as in {@link Sequence}
   */
  void apply(PackedBatch batch, int from, int to, Workspace workspace);
}
