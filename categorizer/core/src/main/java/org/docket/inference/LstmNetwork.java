/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.docket.error.DocketException;
import org.docket.kernel.Kernel;
import org.docket.kernel.Kernels;
import org.docket.memory.Heap;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.NgramWeights;

/**
 * The forward pass of a network: embedding, one or two LSTM layers, pooling, n-grams if it has
 * them, output layer.
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
  private final Workspaces workspaces;

  /**
   * A network that computes with the JVM's best kernel.
   *
   * @throws DocketException if it does not fit into the JVM's heap
   */
  public LstmNetwork(NetworkWeights weights) {
    this(weights, Kernels.best());
  }

  /**
   * A network that computes with a kernel of one's choice.
   *
   * @throws DocketException if it does not fit into the JVM's heap
   */
  public LstmNetwork(NetworkWeights weights, Kernel kernel) {
    this(weights, kernel, Heap.ofJvm());
  }

  LstmNetwork(NetworkWeights weights, Kernel kernel, Heap heap) {
    this.shape = weights.shape();
    NetworkPlan plan = NetworkPlan.of(shape, weights.ngrams().map(NgramWeights::bigrams).orElse(0));
    requireRoom(plan, heap);
    Arena arena = new Arena(plan.arenaFloats());
    List<List<LstmLayer>> layers = new ArrayList<>();
    for (int layer = 0; layer < plan.layers().size(); layer++) {
      layers.add(place(plan.layers().get(layer), weights, layer, arena, kernel));
    }
    this.bottom = layers.get(0);
    this.top = layers.size() == 1 ? List.of() : layers.get(1);
    this.head = new Head(weights, kernel);
    this.workspaces = new Workspaces(shape);
  }

  /**
   * Checks, before work is done, that a network of a shape can be made when it is.
   *
   * @throws DocketException if it does not fit into the JVM's heap
   */
  public static void requireRoom(NetworkShape shape) {
    requireRoom(shape, 0);
  }

  /**
   * Checks, before work is done, that a network of a shape can be made when it is.
   *
   * @param bigrams how many it has at most, if it has n-grams
   * @throws DocketException if it does not fit into the JVM's heap
   */
  public static void requireRoom(NetworkShape shape, int bigrams) {
    requireRoom(NetworkPlan.of(shape, bigrams), Heap.ofJvm());
  }

  private static void requireRoom(NetworkPlan plan, Heap heap) {
    Optional<String> shortage = heap.shortage("its network", plan.bytes());
    if (shortage.isPresent()) {
      throw new DocketException(shortage.get());
    }
  }

  private static List<LstmLayer> place(
      LayerPlan plan, NetworkWeights weights, int layer, Arena arena, Kernel kernel) {
    LstmLayer forward = plan.place(weights, weights.forward().get(layer), false, arena, kernel);
    return weights.shape().bidirectional()
        ? List.of(forward, plan.place(weights, weights.backward().get(layer), true, arena, kernel))
        : List.of(forward);
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
    Workspace workspace = workspaces.take();
    try {
      workspace.batch.clear();
      workspace.batch.add(ids, length);
      run(workspace);
      return head.logits(workspace, 0);
    } finally {
      workspaces.giveBack(workspace);
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
    Workspace workspace = workspaces.take();
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
      workspaces.giveBack(workspace);
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
}
