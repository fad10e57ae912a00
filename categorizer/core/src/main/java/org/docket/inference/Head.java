/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Arrays;
import java.util.Optional;
import org.docket.kernel.Kernel;
import org.docket.model.Matrix;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;

/** From what the top layer put out to the logits: pooling, n-grams and the output layer. */
final class Head {

  private final Kernel kernel;
  private final NetworkShape shape;
  private final Matrix output;
  private final float[] bias;
  private final Matrix meanTable;
  private final boolean folded;
  private final Optional<NgramLogits> ngrams;

  Head(NetworkWeights weights, Kernel kernel) {
    this.kernel = kernel;
    this.shape = weights.shape();
    this.output = weights.output();
    this.bias = weights.outputBias();
    // The mean of the embeddings, times the output weights, is the mean of their products.
    this.folded = foldedFloats(shape) > 0;
    if (folded) {
      this.meanTable = fold(weights.embedding());
    } else {
      this.meanTable = shape.embeddingMean() ? weights.embedding() : null;
    }
    this.ngrams = weights.ngrams().map(part -> new NgramLogits(part, kernel));
  }

  /** How many floats the table of the embeddings' part takes; 0 if none is made. */
  static long foldedFloats(NetworkShape shape) {
    boolean folded = shape.embeddingMean() && shape.categories() <= shape.embeddingSize();
    return folded ? (long) shape.vocabularySize() * Kernel.padded(shape.categories()) : 0;
  }

  /** The logits of a document of the packed batch. */
  float[] logits(Workspace workspace, int document) {
    PackedBatch batch = workspace.batch;
    int length = batch.length(document);
    int units = shape.topSize() / shape.directions();
    float[] pooled = new float[shape.pooledSize()];
    for (int direction = 0; direction < shape.directions(); direction++) {
      pool(workspace, direction, document, units, pooled);
    }
    float[] logits = bias.clone();
    if (shape.embeddingMean()) {
      float[] mean = mean(batch, document, length);
      if (folded) {
        add(mean, logits);
      } else {
        addProduct(mean, 0, mean.length, output.values(), outputRow(pooled.length), logits);
      }
    }
    addProduct(pooled, 0, pooled.length, output.values(), 0, logits);
    if (ngrams.isPresent()) {
      float[] values = ngrams.get().logits(batch.ids(document), length, workspace.ngrams);
      int row = shape.features() - values.length;
      addProduct(values, 0, values.length, output.values(), outputRow(row), logits);
    }
    return logits;
  }

  /** Where the weights of a feature stand. */
  private int outputRow(int feature) {
    return feature * shape.categories();
  }

  private void pool(Workspace workspace, int direction, int document, int units, float[] features) {
    Sequence top = workspace.top(direction);
    int length = workspace.batch.length(document);
    int offset = direction * units;
    if (shape.pooling() == Pooling.LAST) {
      System.arraycopy(top.values(), top.at(length - 1, document), features, offset, units);
      return;
    }
    float[] sums = workspace.sums(top.width());
    float[] maxima = workspace.maxima(top.width());
    for (int step = 0; step < length; step++) {
      kernel.addAndMax(top.width(), top.values(), top.at(step, document), sums, maxima);
    }
    for (int unit = 0; unit < units; unit++) {
      features[offset + unit] = sums[unit] / length;
    }
    System.arraycopy(maxima, 0, features, shape.topSize() + offset, units);
  }

  private float[] mean(PackedBatch batch, int document, int length) {
    float[] mean = new float[meanTable.columns()];
    kernel.addRows(length, batch.ids(document), meanTable.values(), mean.length, mean);
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= length;
    }
    return mean;
  }

  private Matrix fold(Matrix embedding) {
    Matrix table = Matrix.zeros(embedding.rows(), Kernel.padded(shape.categories()));
    int from = outputRow(shape.pooledSize());
    float[] row = new float[shape.categories()];
    for (int id = 0; id < embedding.rows(); id++) {
      Arrays.fill(row, 0);
      int vector = id * embedding.columns();
      addProduct(embedding.values(), vector, embedding.columns(), output.values(), from, row);
      System.arraycopy(row, 0, table.values(), id * table.columns(), row.length);
    }
    return table;
  }

  private static void add(float[] values, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
  }

  /** sums += vector · matrix, whose rows start at an offset and are as wide as the sums. */
  private static void addProduct(
      float[] vector, int start, int size, float[] matrix, int offset, float[] sums) {
    for (int row = 0; row < size; row++) {
      float factor = vector[start + row];
      int at = offset + row * sums.length;
      for (int column = 0; column < sums.length; column++) {
        sums[column] += factor * matrix[at + column];
      }
    }
  }
}
