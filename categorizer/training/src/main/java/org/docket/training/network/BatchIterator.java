/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SplittableRandom;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.BatchPlan;
import org.docket.training.data.EncodedTexts;
import org.docket.vocabulary.Vocabulary;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The batches of one epoch, for Deeplearning4j: ids [texts x 1 x longest] with a mask [texts x
 * longest] that is 1 where a token is, and labels [texts x categories].
 *
 * <p>The same seed and epoch give the same batches. Not safe for many threads.
 */
public final class BatchIterator implements DataSetIterator {

  private static final long serialVersionUID = 1L;

  private final transient EncodedTexts texts;
  private final int categories;
  private final transient TrainingConfig config;
  private final int epoch;
  private transient List<int[]> batches;
  private transient SplittableRandom hiding;
  private transient int next;

  /**
   * Draws the batches.
   *
   * @param epoch from 1
   */
  public BatchIterator(EncodedTexts texts, int categories, TrainingConfig config, int epoch) {
    this.texts = texts;
    this.categories = categories;
    this.config = config;
    this.epoch = epoch;
    reset();
  }

  @Override
  public void reset() {
    Random random = random(config, epoch);
    batches = draw(texts, config, random);
    hiding = new SplittableRandom(random.nextLong());
    next = 0;
  }

  /** What an epoch draws from: first its batches, then the seed of the words that it hides. */
  public static Random random(TrainingConfig config, int epoch) {
    return new Random(config.optimization().seed(epoch));
  }

  /** The texts of each batch. */
  public static List<int[]> draw(EncodedTexts texts, TrainingConfig config, Random random) {
    return BatchPlan.draw(texts, config.optimization().batchSize(), random);
  }

  @Override
  public boolean hasNext() {
    return next < batches.size();
  }

  @Override
  public DataSet next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the epoch has " + batches.size() + " batches");
    }
    int[] batch = batches.get(next++);
    int longest = 0;
    for (int text : batch) {
      longest = Math.max(longest, texts.length(text));
    }
    float[] ids = new float[batch.length * longest];
    float[] mask = new float[batch.length * longest];
    for (int row = 0; row < batch.length; row++) {
      fill(texts.ids(batch[row]), row * longest, ids, mask);
    }
    INDArray features = Nd4j.create(ids, new long[] {batch.length, 1, longest});
    return new DataSet(
        features,
        Nd4j.create(labels(batch), new long[] {batch.length, categories}),
        Nd4j.create(mask, new long[] {batch.length, longest}),
        null);
  }

  private void fill(int[] text, int offset, float[] ids, float[] mask) {
    double hidden = config.regularization().wordDropout();
    for (int i = 0; i < text.length; i++) {
      boolean hide = hidden > 0 && hiding.nextDouble() < hidden;
      ids[offset + i] = hide ? Vocabulary.UNKNOWN : text[i];
      mask[offset + i] = 1;
    }
  }

  /** One for the label, with a share of it spread over all (Szegedy et al. 2016, section 7). */
  private float[] labels(int[] batch) {
    double smoothing = config.regularization().labelSmoothing();
    float[] labels = new float[batch.length * categories];
    Arrays.fill(labels, (float) (smoothing / categories));
    for (int row = 0; row < batch.length; row++) {
      labels[row * categories + texts.label(batch[row])] += (float) (1 - smoothing);
    }
    return labels;
  }

  @Override
  public DataSet next(int num) {
    throw new UnsupportedOperationException("the batches are drawn for the whole epoch");
  }

  @Override
  public int inputColumns() {
    return 1;
  }

  @Override
  public int totalOutcomes() {
    return categories;
  }

  @Override
  public int batch() {
    return config.optimization().batchSize();
  }

  @Override
  public List<String> getLabels() {
    throw new UnsupportedOperationException("categories have no names here");
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  @Override
  public boolean asyncSupported() {
    return false;
  }

  @Override
  public void setPreProcessor(DataSetPreProcessor preProcessor) {
    throw new UnsupportedOperationException("the batches are ready for the network");
  }

  @Override
  public DataSetPreProcessor getPreProcessor() {
    return null;
  }
}
