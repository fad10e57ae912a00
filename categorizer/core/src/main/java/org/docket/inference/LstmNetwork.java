/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.docket.kernel.Kernel;
import org.docket.kernel.Kernels;
import org.docket.model.LstmWeights;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;

/**
 * The forward pass of a network: embedding, one or two LSTM layers, pooling, output layer.
 *
 * <p>What depends on a token alone is computed once, here at the start, so that the embedding need
 * not be kept. Immutable and safe for use by many threads; the memory of a pass is kept for the
 * next one.
 */
public final class LstmNetwork {

  private final NetworkShape shape;
  private final List<LstmLayer> bottom;
  private final List<LstmLayer> top;
  private final Head head;
  private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();

  /** A network that computes with the JVM's best kernel. */
  public LstmNetwork(NetworkWeights weights) {
    this(weights, Kernels.best());
  }

  /** A network that computes with a kernel of one's choice. */
  public LstmNetwork(NetworkWeights weights, Kernel kernel) {
    Arena arena = new Arena(floats(weights));
    this.shape = weights.shape();
    this.bottom = bottomLayers(weights, arena, kernel);
    this.top = shape.units().size() == 1 ? List.of() : topLayers(weights, arena, kernel);
    this.head = new Head(weights, kernel);
  }

  /**
   * Runs the network over a text.
   *
   * @param ids of the tokens, in order; at least one, each from 0 to the size of the vocabulary - 1
   * @return one logit per category
   * @throws IllegalArgumentException if there is no token
   * @throws IndexOutOfBoundsException if an id is out of range
   */
  public float[] logits(int[] ids) {
    return logits(ids, ids.length);
  }

  /**
   * Runs the network over a text.
   *
   * @param ids of the tokens, as for {@link #logits(int[])}; what follows them is not read
   * @param length how many tokens there are
   * @return one logit per category
   */
  public float[] logits(int[] ids, int length) {
    requireToken(length);
    Workspace workspace = take();
    try {
      workspace.batch.clear();
      workspace.batch.add(ids, length);
      run(workspace);
      return head.logits(workspace, 0);
    } finally {
      idle.add(workspace);
    }
  }

  /**
   * Runs the network over many texts, several at once, which is faster.
   *
   * @param documents the ids of each text's tokens, as for {@link #logits(int[])}
   * @return the logits of each text, in the same order; to the bit what {@link #logits(int[])}
   *     gives
   */
  public float[][] logits(int[][] documents) {
    Integer[] order = longestFirst(documents);
    float[][] logits = new float[documents.length][];
    Workspace workspace = take();
    try {
      for (int next = 0; next < order.length; next += workspace.batch.size()) {
        fill(workspace.batch, documents, order, next);
        run(workspace);
        for (int i = 0; i < workspace.batch.size(); i++) {
          logits[order[next + i]] = head.logits(workspace, i);
        }
      }
      return logits;
    } finally {
      idle.add(workspace);
    }
  }

  /**
   * Logits to probabilities.
   *
   * @param logits one per category
   * @param temperature what they are divided by first; 1 for plain softmax
   * @return from 0 to 1, summing to 1
   */
  public static double[] softmax(float[] logits, double temperature) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double[] probabilities = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = Math.exp((logits[i] - max) / temperature);
      sum += probabilities[i];
    }
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  private void run(Workspace workspace) {
    for (int direction = 0; direction < bottom.size(); direction++) {
      bottom.get(direction).run(workspace.batch, workspace, workspace.bottom(direction));
    }
    if (!top.isEmpty() && shape.bidirectional()) {
      workspace.reverseBottom();
    }
    for (int direction = 0; direction < top.size(); direction++) {
      top.get(direction).run(workspace.batch, workspace, workspace.top(direction));
    }
  }

  private static Integer[] longestFirst(int[][] documents) {
    Integer[] order = new Integer[documents.length];
    for (int i = 0; i < order.length; i++) {
      requireToken(documents[i].length);
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingInt((Integer i) -> -documents[i].length));
    return order;
  }

  private static void fill(PackedBatch batch, int[][] documents, Integer[] order, int next) {
    int longest = documents[order[next]].length;
    int size = Math.max(1, Math.min(Workspace.DOCUMENTS, Workspace.MAX_STEPS / longest));
    batch.clear();
    for (int i = next; i < Math.min(order.length, next + size); i++) {
      batch.add(documents[order[i]], documents[order[i]].length);
    }
  }

  private static void requireToken(int length) {
    if (length == 0) {
      throw new IllegalArgumentException("a network needs at least one token");
    }
  }

  private Workspace take() {
    Workspace workspace = idle.poll();
    return workspace == null ? new Workspace(shape) : workspace;
  }

  /** How many weights a pass reads. */
  private static long floats(NetworkWeights network) {
    NetworkShape shape = network.shape();
    long floats = 0;
    for (LstmWeights weights : directions(network, 0)) {
      boolean table = TableInput.fits(network.embedding(), weights);
      long input = table ? shape.vocabularySize() : shape.embeddingSize();
      floats += (input + weights.units()) * Gates.stride(weights);
    }
    if (shape.units().size() == 2) {
      for (LstmWeights weights : directions(network, 1)) {
        floats += (long) (shape.inputSize(1) + weights.units()) * Gates.stride(weights);
      }
    }
    return floats;
  }

  private static List<LstmLayer> bottomLayers(NetworkWeights network, Arena arena, Kernel kernel) {
    List<LstmLayer> layers = new ArrayList<>();
    for (LstmWeights weights : directions(network, 0)) {
      boolean backward = !layers.isEmpty();
      LayerInput input =
          TableInput.fits(network.embedding(), weights)
              ? new TableInput(network.embedding(), weights, backward, arena)
              : new EmbeddingInput(network.embedding(), weights, backward, arena, kernel);
      layers.add(new LstmLayer(weights, input, arena, kernel));
    }
    return List.copyOf(layers);
  }

  private static List<LstmLayer> topLayers(NetworkWeights network, Arena arena, Kernel kernel) {
    NetworkShape shape = network.shape();
    List<LstmLayer> layers = new ArrayList<>();
    for (LstmWeights weights : directions(network, 1)) {
      LayerInput input =
          new SequenceInput(
              weights, shape.units().get(0), shape.directions(), !layers.isEmpty(), arena, kernel);
      layers.add(new LstmLayer(weights, input, arena, kernel));
    }
    return List.copyOf(layers);
  }

  private static List<LstmWeights> directions(NetworkWeights network, int layer) {
    LstmWeights forward = network.forward().get(layer);
    return network.shape().bidirectional()
        ? List.of(forward, network.backward().get(layer))
        : List.of(forward);
  }
}
