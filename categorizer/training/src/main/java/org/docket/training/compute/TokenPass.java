/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.docket.kernel.Kernel;
import org.docket.model.NetworkShape;

/**
 * What depends on a distinct token of a batch alone: its embedding, the embedding times the input
 * weights of the first layer, and the gradients of both. In blocks of tokens, which many threads
 * can do at a time.
 */
final class TokenPass {

  /** Ids whose gradients a thread writes at a time. */
  static final int RANGE = 64;

  private static final int BLOCK = 128;

  private final TrainingKernel kernel;
  private final NetworkShape shape;
  private final EncoderWeights weights;
  private final int size;

  /** The embedding's size, padded. */
  private final int width;

  private Batch batch;

  /** [tokens x size] */
  private float[] embeddings = {};

  /** [tokens x width] */
  private float[] dEmbeddings = {};

  /** For each direction, [tokens x width of the cell]. */
  private final float[][] projections;

  private double[] squaredNorms = {};
  private final float[] zeros;

  /** Many threads may unset it. */
  private volatile boolean finite;

  TokenPass(TrainingKernel kernel, NetworkShape shape, EncoderWeights weights) {
    this.kernel = kernel;
    this.shape = shape;
    this.weights = weights;
    this.size = shape.embeddingSize();
    this.width = Kernel.padded(size);
    this.projections = new float[shape.directions()][0];
    this.zeros = new float[RANGE * size];
  }

  /** Makes room for the tokens of a batch. */
  void start(Batch next) {
    batch = next;
    embeddings = Buffers.grown(embeddings, batch.distinct(), size);
    dEmbeddings = Buffers.grown(dEmbeddings, batch.distinct(), width);
    for (int direction = 0; direction < projections.length; direction++) {
      int columns = weights.cell(0, direction).width;
      projections[direction] = Buffers.grown(projections[direction], batch.distinct(), columns);
    }
    squaredNorms = new double[blocks()];
    finite = true;
  }

  int blocks() {
    return (batch.distinct() + BLOCK - 1) / BLOCK;
  }

  /** After all blocks were projected: whether no embedding is NaN or infinite. */
  boolean areFinite() {
    return finite;
  }

  float[] embeddings() {
    return embeddings;
  }

  float[][] projections() {
    return projections;
  }

  /** Forwards: reads the embeddings of a block, and projects them. */
  void project(int block, Encoder.EmbeddingReader reader) {
    int first = block * BLOCK;
    int rows = end(block) - first;
    for (int token = first; token < first + rows; token++) {
      reader.read(batch.id(token), embeddings, token * size);
    }
    if (!Buffers.areFinite(embeddings, first * size, (first + rows) * size)) {
      finite = false;
    }
    for (int direction = 0; direction < projections.length; direction++) {
      weights.cell(0, direction).project(first, rows, embeddings, projections[direction]);
    }
  }

  /**
   * Back: the gradients of the embeddings of a block.
   *
   * @param packedBatches that have been through their layers
   * @param dMeans what each token of a text adds, through the mean of its embeddings; [texts x
   *     size], or empty
   * @param gradients to which those of the first layer's input weights are added
   */
  void backpropagate(
      int block,
      List<PackedBatchPass> packedBatches,
      float[] dMeans,
      List<CellWeights.Gradient> gradients) {
    int first = block * BLOCK;
    int rows = end(block) - first;
    Arrays.fill(dEmbeddings, first * width, (first + rows) * width, 0);
    for (int direction = 0; direction < projections.length; direction++) {
      CellWeights cell = weights.cell(0, direction);
      // Nothing needs the projections any more.
      float[] dPreActivations = projections[direction];
      sumOccurrences(first, rows, direction, packedBatches, dPreActivations, cell.width);
      cell.inputBack()
          .addTo(
              rows,
              dPreActivations,
              first * cell.width,
              cell.width,
              dEmbeddings,
              first * width,
              width,
              false);
      new TransposedProduct(kernel.base())
          .add(
              rows,
              size,
              embeddings,
              first * size,
              size,
              dPreActivations,
              first * cell.width,
              cell.width,
              gradients.get(direction).dInput);
    }
    if (shape.embeddingMean()) {
      addMeans(first, rows, dMeans);
    }
    squaredNorms[block] = squaredNorm(first * width, (first + rows) * width);
  }

  /** Of the gradients of all embeddings. */
  double squaredNorm() {
    return Arrays.stream(squaredNorms).sum();
  }

  /**
   * Writes the gradients of a range of ids; those that are not in the batch have none.
   *
   * @param endId at most {@link #RANGE} after the first
   * @param scale what they are multiplied with
   * @param to a row for each id of the vocabulary
   */
  void write(int firstId, int endId, float scale, FloatBuffer to) {
    float[] row = new float[size];
    int next = firstId;
    int end = batch.firstFrom(endId);
    for (int token = batch.firstFrom(firstId); token < end; token++) {
      int id = batch.id(token);
      to.put(next * size, zeros, 0, (id - next) * size);
      for (int i = 0; i < size; i++) {
        row[i] = scale * dEmbeddings[token * width + i];
      }
      to.put(id * size, row);
      next = id + 1;
    }
    to.put(next * size, zeros, 0, (endId - next) * size);
  }

  private void sumOccurrences(
      int first,
      int rows,
      int direction,
      List<PackedBatchPass> packedBatches,
      float[] dPreActivations,
      int columns) {
    Arrays.fill(dPreActivations, first * columns, (first + rows) * columns, 0);
    for (int token = first; token < first + rows; token++) {
      int end = batch.firstOccurrence(token + 1);
      for (int o = batch.firstOccurrence(token); o < end; o++) {
        float[] gradients = packedBatches.get(batch.packedOf(o)).gradients(direction);
        kernel.add(columns, gradients, batch.rowOf(o) * columns, dPreActivations, token * columns);
      }
    }
  }

  private void addMeans(int first, int rows, float[] dMeans) {
    for (int token = first; token < first + rows; token++) {
      int end = batch.firstOccurrence(token + 1);
      for (int o = batch.firstOccurrence(token); o < end; o++) {
        PackedBatch packed = batch.packedBatches().get(batch.packedOf(o));
        kernel.add(size, dMeans, packed.textOf(batch.rowOf(o)) * size, dEmbeddings, token * width);
      }
    }
  }

  private double squaredNorm(int start, int end) {
    double sum = 0;
    for (int i = start; i < end; i++) {
      sum += (double) dEmbeddings[i] * dEmbeddings[i];
    }
    return sum;
  }

  private int end(int block) {
    return Math.min(batch.distinct(), (block + 1) * BLOCK);
  }
}
