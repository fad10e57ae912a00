/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.docket.model.NetworkShape;

/**
 * From ids of tokens to the features of texts, and back to the gradients: embedding, LSTM layers
 * and pooling in one, in parallel over groups of texts.
 *
 * <p>What depends on a token alone, its embedding times the input weights of the first layer, is
 * computed once for each distinct token of a batch, as are the gradients of both. All sums are made
 * in an order that does not depend on the number of threads. Not safe for use by many threads.
 */
final class Encoder {

  /** Sums of gradients that are kept apart while threads add to them, and then added up. */
  private static final int PARTS = 16;

  /** Distinct tokens whose gradients are held at a time. */
  private static final int BLOCK = 128;

  private final NetworkShape shape;
  private final Kernel kernel;
  private final Workers workers;
  private final EncoderWeights weights;
  private final List<GroupPass> passes = new ArrayList<>();
  private final List<List<CellWeights.Gradient>> parts = new ArrayList<>();
  private final int embeddingWidth;

  private Batch batch;

  /**
   * Of the distinct tokens of the batch, [tokens x embedding size], and their gradients, padded.
   */
  private float[] embeddings = {};

  private float[] dEmbeddings = {};
  private final float[][] projections;

  Encoder(NetworkShape shape, Kernel kernel, Workers workers) {
    this.shape = shape;
    this.kernel = kernel;
    this.workers = workers;
    this.weights = new EncoderWeights(shape);
    this.projections = new float[shape.directions()][0];
    this.embeddingWidth = Kernel.aligned(shape.embeddingSize());
    for (int part = 0; part < PARTS; part++) {
      parts.add(weights.newGradients());
    }
  }

  /** For the caller to set before each batch. */
  EncoderWeights weights() {
    return weights;
  }

  /** Reads rows of the embedding matrix. */
  interface EmbeddingReader {
    void read(int id, float[] to, int offset);
  }

  /**
   * Forwards.
   *
   * @param dropRate share of values dropped between two layers
   * @param seed of what is dropped
   * @return features [texts x features]
   */
  float[] run(Batch next, EmbeddingReader reader, double dropRate, long seed) {
    batch = next;
    int size = shape.embeddingSize();
    embeddings = Buffers.grown(embeddings, batch.distinct(), size);
    for (int direction = 0; direction < projections.length; direction++) {
      int width = weights.cell(0, direction).width;
      projections[direction] = Buffers.grown(projections[direction], batch.distinct(), width);
    }
    workers.run(blocks(), block -> project(block, reader));
    List<Group> groups = batch.groups();
    while (passes.size() < groups.size()) {
      passes.add(new GroupPass(kernel, shape, weights));
    }
    float[] features = new float[batch.size() * shape.features()];
    workers.run(
        groups.size(),
        i ->
            passes
                .get(i)
                .run(
                    groups.get(i),
                    projections,
                    embeddings,
                    dropRate,
                    seed + i * 0x9E3779B97F4A7C15L,
                    features));
    return features;
  }

  /**
   * Back, after {@link #run}.
   *
   * @param dFeatures [texts x features]
   * @return gradients of the LSTM weights, in the order of {@link EncoderWeights#cells}; those of
   *     the embeddings are at {@link #dEmbeddings}
   */
  List<CellWeights.Gradient> backpropagate(float[] dFeatures) {
    dEmbeddings = Buffers.grown(dEmbeddings, batch.distinct(), embeddingWidth);
    List<Group> groups = batch.groups();
    workers.run(
        PARTS,
        part -> {
          parts.get(part).forEach(CellWeights.Gradient::clear);
          for (int i = part; i < groups.size(); i += PARTS) {
            passes.get(i).backpropagate(groups.get(i), dFeatures, parts.get(part));
          }
        });
    float[] dMeans = shape.embeddingMean() ? dMeans(dFeatures) : new float[0];
    workers.run(
        PARTS,
        part -> {
          TokenGradients tokens = new TokenGradients(part, dMeans);
          for (int block = part; block < blocks(); block += PARTS) {
            tokens.add(block);
          }
        });
    List<CellWeights.Gradient> sums = parts.get(0);
    for (int part = 1; part < PARTS; part++) {
      for (int i = 0; i < sums.size(); i++) {
        sums.get(i).add(parts.get(part).get(i), kernel);
      }
    }
    return sums;
  }

  /** The sum of the squares of the gradients of the embeddings. */
  double squaredNorm() {
    double[] sums = new double[blocks()];
    workers.run(
        sums.length,
        block -> {
          int end = blockEnd(block) * embeddingWidth;
          double sum = 0;
          for (int i = block * BLOCK * embeddingWidth; i < end; i++) {
            sum += (double) dEmbeddings[i] * dEmbeddings[i];
          }
          sums[block] = sum;
        });
    return Arrays.stream(sums).sum();
  }

  /**
   * Writes the gradients of the embeddings of the batch's distinct tokens.
   *
   * @param scale what they are multiplied with
   * @param to a row for each id; other rows become zero
   */
  void writeEmbeddingGradients(float scale, FloatBuffer to) {
    int size = shape.embeddingSize();
    float[] zeros = new float[Math.min(to.capacity(), 1 << 16)];
    workers.run(
        (to.capacity() + zeros.length - 1) / zeros.length,
        part -> {
          int start = part * zeros.length;
          to.put(start, zeros, 0, Math.min(zeros.length, to.capacity() - start));
        });
    workers.run(
        blocks(),
        block -> {
          for (int token = block * BLOCK; token < blockEnd(block); token++) {
            int row = token * embeddingWidth;
            for (int i = row; i < row + size; i++) {
              dEmbeddings[i] *= scale;
            }
            to.put(batch.id(token) * size, dEmbeddings, row, size);
          }
        });
  }

  /** What each token of a text adds to the gradient of its embedding, through their mean. */
  private float[] dMeans(float[] dFeatures) {
    int size = shape.embeddingSize();
    float[] dMeans = new float[batch.size() * size];
    for (Group group : batch.groups()) {
      for (int position = 0; position < group.size(); position++) {
        int text = group.text(position);
        int from = (text + 1) * shape.features() - size;
        for (int i = 0; i < size; i++) {
          dMeans[text * size + i] = dFeatures[from + i] / group.length(position);
        }
      }
    }
    return dMeans;
  }

  private int blocks() {
    return (batch.distinct() + BLOCK - 1) / BLOCK;
  }

  private int blockEnd(int block) {
    return Math.min(batch.distinct(), (block + 1) * BLOCK);
  }

  private void project(int block, EmbeddingReader reader) {
    int size = shape.embeddingSize();
    int first = block * BLOCK;
    int rows = blockEnd(block) - first;
    for (int token = first; token < first + rows; token++) {
      reader.read(batch.id(token), embeddings, token * size);
    }
    for (int direction = 0; direction < projections.length; direction++) {
      CellWeights cell = weights.cell(0, direction);
      float[] sums = projections[direction];
      for (int token = first; token < first + rows; token++) {
        System.arraycopy(cell.bias, 0, sums, token * cell.width, cell.width);
      }
      kernel.multiplyAdd(
          rows,
          size,
          cell.width,
          embeddings,
          first * size,
          size,
          1,
          cell.input,
          0,
          cell.width,
          sums,
          first * cell.width,
          cell.width);
    }
  }

  /** What distinct tokens contribute: gradients of embeddings and of the first layer's input. */
  private final class TokenGradients {

    private final List<CellWeights.Gradient> part;
    private final float[] dMeans;
    private final float[] dSums = new float[BLOCK * weights.cell(0, 0).width];

    TokenGradients(int part, float[] dMeans) {
      this.part = parts.get(part);
      this.dMeans = dMeans;
    }

    void add(int block) {
      int first = block * BLOCK;
      int rows = blockEnd(block) - first;
      int size = shape.embeddingSize();
      Arrays.fill(dEmbeddings, first * embeddingWidth, (first + rows) * embeddingWidth, 0);
      for (int direction = 0; direction < projections.length; direction++) {
        CellWeights cell = weights.cell(0, direction);
        sumOccurrences(first, rows, direction, cell.width);
        kernel.multiplyAdd(
            rows,
            cell.columns(),
            embeddingWidth,
            dSums,
            0,
            cell.width,
            1,
            cell.inputTransposed,
            0,
            embeddingWidth,
            dEmbeddings,
            first * embeddingWidth,
            embeddingWidth);
        kernel.multiplyAdd(
            size,
            rows,
            cell.width,
            embeddings,
            first * size,
            1,
            size,
            dSums,
            0,
            cell.width,
            part.get(direction).dInput,
            0,
            cell.width);
      }
      if (shape.embeddingMean()) {
        addMeans(first, rows);
      }
    }

    private void sumOccurrences(int first, int rows, int direction, int width) {
      Arrays.fill(dSums, 0, rows * width, 0);
      for (int i = 0; i < rows; i++) {
        int end = batch.firstOccurrence(first + i + 1);
        for (int o = batch.firstOccurrence(first + i); o < end; o++) {
          float[] gradients = passes.get(batch.groupOf(o)).gradients(direction);
          kernel.add(width, gradients, batch.rowOf(o) * width, dSums, i * width);
        }
      }
    }

    private void addMeans(int first, int rows) {
      int size = shape.embeddingSize();
      for (int i = 0; i < rows; i++) {
        int to = (first + i) * embeddingWidth;
        int end = batch.firstOccurrence(first + i + 1);
        for (int o = batch.firstOccurrence(first + i); o < end; o++) {
          Group group = batch.groups().get(batch.groupOf(o));
          kernel.add(size, dMeans, group.textOf(batch.rowOf(o)) * size, dEmbeddings, to);
        }
      }
    }
  }
}
