/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import org.docket.Categorization;
import org.docket.LstmDocumentCategorizer;
import org.docket.TextCategorizer;
import org.docket.kernel.Kernels;

/**
 * Documents per second of a model, from text to category. The texts come round and round; each
 * thread begins at another place among them.
 */
final class ModelBenchmark {

  private final TextCategorizer categorizer;
  private final List<String> texts;
  private final BenchmarkSettings settings;
  private final LongAdder documents = new LongAdder();
  private final LongAdder tokens = new LongAdder();

  /**
   * Measures nothing yet.
   *
   * @param texts at least one
   */
  ModelBenchmark(TextCategorizer categorizer, List<String> texts, BenchmarkSettings settings) {
    this.categorizer = categorizer;
    this.texts = texts;
    this.settings = settings;
  }

  BenchmarkResult measure() throws InterruptedException {
    List<IntConsumer> work = new ArrayList<>();
    for (int thread = 0; thread < settings.threads(); thread++) {
      long first = (long) thread * texts.size() / settings.threads();
      work.add(number -> categorize(first + (long) number * settings.batch()));
    }
    Throughput throughput = Throughput.measureUnlike(work, settings.time());
    return new BenchmarkResult(
        throughput.batchesPerSecond() * settings.batch(),
        throughput.medianMillis(),
        settings.threads(),
        settings.batch(),
        Math.round((float) tokens.sum() / documents.sum()),
        categorizer instanceof LstmDocumentCategorizer ? Kernels.best().name() : "OpenNLP's");
  }

  private void categorize(long from) {
    if (settings.batch() == 1) {
      count(categorizer.categorize(text(from)));
      return;
    }
    List<String> batch = new ArrayList<>(settings.batch());
    for (int i = 0; i < settings.batch(); i++) {
      batch.add(text(from + i));
    }
    categorizer.categorizeAll(batch).forEach(this::count);
  }

  private String text(long number) {
    return texts.get((int) (number % texts.size()));
  }

  private void count(Categorization answer) {
    documents.increment();
    tokens.add(answer.tokens());
  }
}
