/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import java.nio.FloatBuffer;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Divides the gradients of a batch by its size, cuts them, and writes them to ND4J's arrays. */
final class EncoderGradients {

  private final Encoder encoder;
  private final Batch batch;
  private final double clipping;

  /**
   * For one batch.
   *
   * @param clipping the largest L2 norm of the embedding and of each LSTM; 0 for none
   */
  EncoderGradients(Encoder encoder, Batch batch, double clipping) {
    this.encoder = encoder;
    this.batch = batch;
    this.clipping = clipping;
  }

  /** Writes the rows of the batch's tokens, and zero to all others. */
  void writeEmbeddings(INDArray view) {
    FloatBuffer to = NativeFloats.of(view);
    encoder.writeEmbeddingGradients(scale(encoder.squaredNorm()), to);
  }

  /** Writes one LSTM after the other, from an index on. */
  void writeCells(List<CellWeights.Gradient> gradients, FloatBuffer to, int start) {
    int index = start;
    for (CellWeights.Gradient gradient : gradients) {
      float[] flat = gradient.flat();
      double sum = 0;
      for (float value : flat) {
        sum += (double) value * value;
      }
      float scale = scale(sum);
      for (int i = 0; i < flat.length; i++) {
        flat[i] *= scale;
      }
      to.put(index, flat);
      index += flat.length;
    }
  }

  /** As Deeplearning4j: first the mean over the batch, then its norm. */
  private float scale(double squaredNorm) {
    double norm = Math.sqrt(squaredNorm) / batch.size();
    double cut = clipping > 0 && norm > clipping ? clipping / norm : 1;
    return (float) (cut / batch.size());
  }
}
