/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.docket.corpus.LabelledText;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.docket.training.network.EpochBatches;
import org.docket.training.network.Nd4jSettings;
import org.docket.training.network.TrainableNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Readies Java for a training while its texts are read, which keeps one processor busy and leaves
 * the others idle: loads Deeplearning4j, and trains a small network on made-up texts, so that the
 * JIT compiler has seen what takes the time. Vectors that are interpreted take a thousand times as
 * long as compiled ones; without this the first epoch takes half as long again (BENCHMARKS.md).
 *
 * <p>What a training computes does not depend on it. For one thread.
 */
public final class Warmup {

  private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);

  /** After so many steps the compiler has done most of what it will do. */
  private static final int STEPS = 400;

  private static final int TEXTS = 256;
  private static final int WORDS = 200;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 24;

  private final Thread thread;
  private final TrainingConfig config;
  private volatile boolean stopped;
  private volatile int steps;
  private volatile Throwable failure;

  private Warmup(TrainingConfig config) {
    this.config = config;
    this.thread = new Thread(this::runQuietly, "docket-warmup");
    thread.setDaemon(true);
  }

  /**
   * Starts, unless there is only one processor.
   *
   * @param config of the training to come
   */
  public static Warmup start(TrainingConfig config) {
    Warmup warmup = new Warmup(config);
    if (Runtime.getRuntime().availableProcessors() > 1) {
      warmup.thread.start();
    }
    return warmup;
  }

  /**
   * Ends it, and waits for that: at most a step, or the loading of Deeplearning4j, which the
   * training needs too.
   */
  public void finish() {
    stop();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets it end by itself: nobody is to wait who has no training to come. */
  public void stop() {
    stopped = true;
  }

  /** How many steps of a training it has done. */
  int steps() {
    return steps;
  }

  /** What ended it, if it did not end by itself; a training is not told. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** What fails here fails again in the training, which tells of it. */
  private void runQuietly() {
    try (EncodedCorpus corpus = madeUp()) {
      if (!stopped) {
        run(corpus);
      }
    } catch (RuntimeException | Error e) {
      LOG.debug("The warm-up failed", e);
      failure = e;
    }
  }

  private void run(EncodedCorpus corpus) {
    Nd4jSettings before = Nd4jSettings.forTraining();
    try {
      TrainableNetwork network = TrainableNetwork.of(corpus, config, STEPS);
      int categories = corpus.categories().size();
      for (int epoch = 1; steps < STEPS && !stopped; epoch++) {
        EpochBatches batches = new EpochBatches(corpus.training(), categories, config, epoch);
        while (batches.hasNext() && steps < STEPS && !stopped) {
          network.fit(batches.next());
          steps++;
        }
      }
    } finally {
      before.restore();
    }
  }

  /** Words without a meaning, in two categories. */
  private static EncodedCorpus madeUp() {
    SplittableRandom random = new SplittableRandom(1);
    try (EncodedCorpusBuilder builder =
        new EncodedCorpusBuilder(TrainingConfig.load("default").text(), Path.of(""))) {
      for (int i = 0; i < TEXTS; i++) {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(SHORTEST, LONGEST); words > 0; words--) {
          text.append("word").append(random.nextInt(WORDS)).append(' ');
        }
        builder.addTraining(new LabelledText("category" + i % 2, text.toString()));
      }
      return builder.split(0.1, 1).orElseThrow();
    }
  }
}
