/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SplittableRandom;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.BatchPlan;
import org.docket.training.data.EncodedTexts;
import org.docket.training.data.Targets;
import org.docket.vocabulary.Vocabulary;

/**
 * The batches of one epoch. The same seed and epoch give the same batches. Not safe for many
 * threads.
 */
public final class EpochBatches implements Iterator<TrainingBatch> {

  private final EncodedTexts texts;
  private final int categories;
  private final Targets targets;
  private final TrainingConfig config;
  private final List<int[]> batches;
  private final SplittableRandom hiding;
  private int next;

  /**
   * Draws the batches.
   *
   * @param epoch from 1
   */
  public EpochBatches(EncodedTexts texts, int categories, TrainingConfig config, int epoch) {
    this.texts = texts;
    this.categories = categories;
    this.targets =
        new Targets(
            texts,
            categories,
            config.regularization().labelSmoothing(),
            config.regularization().teacherShare());
    this.config = config;
    // An epoch draws first its batches, then the seed of the words that it hides.
    Random random = random(config, epoch);
    this.batches = draw(texts, config, random);
    this.hiding = new SplittableRandom(random.nextLong());
  }

  /** The texts of each batch of an epoch, as numbers. */
  public static List<int[]> draw(EncodedTexts texts, TrainingConfig config, int epoch) {
    return draw(texts, config, random(config, epoch));
  }

  private static Random random(TrainingConfig config, int epoch) {
    return new Random(config.optimization().seed(epoch));
  }

  private static List<int[]> draw(EncodedTexts texts, TrainingConfig config, Random random) {
    return BatchPlan.draw(texts, config.optimization().batchSize(), random);
  }

  @Override
  public boolean hasNext() {
    return next < batches.size();
  }

  @Override
  public TrainingBatch next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the epoch has " + batches.size() + " batches");
    }
    int[] batch = batches.get(next++);
    int[][] ids = Arrays.stream(batch).mapToObj(texts::ids).toArray(int[][]::new);
    Arrays.stream(ids).forEach(this::hideWords);
    return TrainingBatch.of(ids, labels(batch));
  }

  private void hideWords(int[] text) {
    double hidden = config.regularization().wordDropout();
    if (hidden > 0) {
      for (int i = 0; i < text.length; i++) {
        text[i] = hiding.nextDouble() < hidden ? Vocabulary.UNKNOWN : text[i];
      }
    }
  }

  private float[] labels(int[] batch) {
    float[] labels = new float[batch.length * categories];
    for (int row = 0; row < batch.length; row++) {
      targets.write(batch[row], labels, row * categories);
    }
    return labels;
  }
}
