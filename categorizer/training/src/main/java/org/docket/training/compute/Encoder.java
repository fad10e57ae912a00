/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.docket.model.NetworkShape;

/**
 * From ids of tokens to the features of texts, and back to the gradients: embedding, LSTM layers
 * and pooling in one, in parallel over packed batches of texts, and over distinct tokens.
 *
 * <p>All sums are made in an order that does not depend on the number of threads. Not safe for use
 * by many threads.
 */
public final class Encoder {

  /** Sums of gradients that are kept apart while threads add to them, and then added up. */
  private static final int PARTS = 16;

  private final NetworkShape shape;
  private final TrainingKernel kernel;
  private final Workers workers;
  private final EncoderWeights weights;
  private final TokenPass tokens;
  private final List<PackedBatchPass> passes = new ArrayList<>();
  private final List<List<CellWeights.Gradient>> parts = new ArrayList<>();

  private Batch batch;

  public Encoder(NetworkShape shape, TrainingKernel kernel, Workers workers) {
    this.shape = shape;
    this.kernel = kernel;
    this.workers = workers;
    this.weights = new EncoderWeights(kernel.base(), shape);
    this.tokens = new TokenPass(kernel, shape, weights);
    for (int part = 0; part < PARTS; part++) {
      parts.add(weights.newGradients());
    }
  }

  /**
   * Takes the LSTMs' weights, which must be given before each batch.
   *
   * @param all first the embedding, [vocabulary x size], which is not read here, then each of
   *     {@link EncoderWeights#cells}, as {@link CellWeights#set} takes it
   */
  public void setWeights(FloatBuffer all) {
    int start = shape.vocabularySize() * shape.embeddingSize();
    for (CellWeights cell : weights.cells()) {
      float[] flat = new float[cell.size()];
      all.get(start, flat);
      cell.set(flat);
      start += flat.length;
    }
  }

  EncoderWeights weights() {
    return weights;
  }

  /** Reads rows of the embedding matrix. */
  public interface EmbeddingReader {
    void read(int id, float[] to, int offset);
  }

  /**
   * Forwards.
   *
   * @param dropRate share of values dropped between two layers
   * @param seed of what is dropped
   * @return features [texts x features]; all NaN if a weight or an embedding is not finite
   */
  public float[] run(Batch next, EmbeddingReader reader, double dropRate, long seed) {
    batch = next;
    tokens.start(batch);
    List<PackedBatch> packedBatches = batch.packedBatches();
    while (passes.size() < packedBatches.size()) {
      passes.add(new PackedBatchPass(kernel, shape, weights));
    }
    float[] features = new float[batch.size() * shape.features()];
    workers.run(
        new Phase(tokens.blocks(), block -> tokens.project(block, reader)),
        new Phase(
            packedBatches.size(),
            i ->
                passes
                    .get(i)
                    .run(
                        packedBatches.get(i),
                        tokens.projections(),
                        tokens.embeddings(),
                        dropRate,
                        seed + i * 0x9E3779B97F4A7C15L,
                        features)));
    if (!areWeightsFinite()) {
      // The kernels' tanh takes NaN for a number, and would hide that there is nothing to learn.
      Arrays.fill(features, Float.NaN);
    }
    return features;
  }

  private boolean areWeightsFinite() {
    boolean finite = tokens.areFinite();
    for (CellWeights cell : weights.cells()) {
      finite &= cell.isFinite();
    }
    return finite;
  }

  /**
   * Back, after {@link #run}, to the gradients of the mean over the batch.
   *
   * @param dFeatures [texts x features]
   * @param clipping the largest L2 norm of the embedding and of each LSTM, as with Deeplearning4j's
   *     {@code ClipL2PerLayer}; 0 for none
   * @param gradients first of the embedding, [vocabulary x size], then of each of {@link
   *     EncoderWeights#cells}, as {@link CellWeights#set} takes it
   */
  public void backpropagate(float[] dFeatures, double clipping, FloatBuffer gradients) {
    float[] dMeans = shape.embeddingMean() ? dMeans(dFeatures) : new float[0];
    int cells = weights.cells().size();
    int ranges = (shape.vocabularySize() + TokenPass.RANGE - 1) / TokenPass.RANGE;
    workers.run(
        new Phase(PARTS, part -> backpropagatePacked(part, dFeatures)),
        new Phase(PARTS, part -> backpropagateTokens(part, dMeans)),
        new Phase(cells, cell -> writeCell(cell, clipping, gradients)),
        new Phase(ranges, range -> writeEmbeddings(range, clipping, gradients)));
  }

  private void backpropagatePacked(int part, float[] dFeatures) {
    parts.get(part).forEach(CellWeights.Gradient::clear);
    List<PackedBatch> packedBatches = batch.packedBatches();
    for (int i = part; i < packedBatches.size(); i += PARTS) {
      passes.get(i).backpropagate(packedBatches.get(i), dFeatures, parts.get(part));
    }
  }

  private void backpropagateTokens(int part, float[] dMeans) {
    for (int block = part; block < tokens.blocks(); block += PARTS) {
      tokens.backpropagate(block, passes, dMeans, parts.get(part));
    }
  }

  private void writeEmbeddings(int range, double clipping, FloatBuffer to) {
    int first = range * TokenPass.RANGE;
    int end = Math.min(shape.vocabularySize(), first + TokenPass.RANGE);
    tokens.write(first, end, scale(tokens.squaredNorm(), clipping), to);
  }

  private void writeCell(int cell, double clipping, FloatBuffer to) {
    CellWeights.Gradient gradient = parts.get(0).get(cell);
    for (int part = 1; part < PARTS; part++) {
      gradient.add(parts.get(part).get(cell), kernel);
    }
    float[] flat = gradient.flat();
    double sum = 0;
    for (float value : flat) {
      sum += (double) value * value;
    }
    float scale = scale(sum, clipping);
    for (int i = 0; i < flat.length; i++) {
      flat[i] *= scale;
    }
    int start = shape.vocabularySize() * shape.embeddingSize();
    for (CellWeights before : weights.cells().subList(0, cell)) {
      start += before.size();
    }
    to.put(start, flat);
  }

  /** As Deeplearning4j: first the mean over the batch, then its norm. */
  private float scale(double squaredNorm, double clipping) {
    double norm = Math.sqrt(squaredNorm) / batch.size();
    double cut = clipping > 0 && norm > clipping ? clipping / norm : 1;
    return (float) (cut / batch.size());
  }

  /** What each token of a text adds to the gradient of its embedding, through their mean. */
  private float[] dMeans(float[] dFeatures) {
    int size = shape.embeddingSize();
    float[] dMeans = new float[batch.size() * size];
    for (PackedBatch packed : batch.packedBatches()) {
      for (int position = 0; position < packed.size(); position++) {
        int text = packed.text(position);
        int from = (text + 1) * shape.features() - size;
        for (int i = 0; i < size; i++) {
          dMeans[text * size + i] = dFeatures[from + i] / packed.length(position);
        }
      }
    }
    return dMeans;
  }
}
