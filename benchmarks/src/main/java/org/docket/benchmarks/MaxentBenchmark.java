/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.docket.model.CategoryNames;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * OpenNLP's own categorizer on the same texts: tokens by one of its tokenizers, bag of words,
 * maximum entropy. {@link TextBenchmark} is Docket's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Texts.BATCH)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class MaxentBenchmark {

  /** A maxent model; if it is empty, one is trained on the texts. */
  @Param("")
  public String maxent;

  /** The stock command line splits on white space. */
  @Param({"whitespace", "simple"})
  public String tokenizer;

  private Tokenizer tokens;
  private DocumentCategorizerME categorizer;

  /** Loads the model. */
  @Setup
  public void load(Texts texts) throws IOException {
    tokens = tokenizer.equals("simple") ? SimpleTokenizer.INSTANCE : WhitespaceTokenizer.INSTANCE;
    DoccatModel model = maxent.isEmpty() ? train(texts) : new DoccatModel(Path.of(maxent));
    categorizer = new DocumentCategorizerME(model);
  }

  /** One by one; it knows no batches. */
  @Benchmark
  public void one(Texts texts, Turn turn, Blackhole answers) {
    for (String text : texts.batch(turn)) {
      answers.consume(categorizer.getBestCategory(categorizer.categorize(tokens.tokenize(text))));
    }
  }

  private DoccatModel train(Texts texts) throws IOException {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 10);
    List<DocumentSample> samples =
        texts.documents().stream()
            .map(d -> sample(d.category(), tokens.tokenize(d.text())))
            .toList();
    return DocumentCategorizerME.train(
        "en", new CollectionObjectStream<>(samples), parameters, new DoccatFactory());
  }

  private static DocumentSample sample(String category, String[] tokens) {
    return new DocumentSample(CategoryNames.escape(category), tokens);
  }
}
