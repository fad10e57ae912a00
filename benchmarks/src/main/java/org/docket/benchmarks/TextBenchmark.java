/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.docket.Categorization;
import org.docket.LstmDocumentCategorizer;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.text.TextAnalyzer;
import org.docket.vocabulary.IdBuffer;
import org.docket.vocabulary.Vocabulary;
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

/** Text to category, end to end, in documents per second; {@link MaxentBenchmark} is its peer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Texts.BATCH)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class TextBenchmark {

  /** A model of Docket. */
  @Param("models/complaints-en.bin")
  public String model;

  private LstmDocumentCategorizer categorizer;
  private TextAnalyzer analyzer;
  private TextAnalyzer ofLucene;
  private Vocabulary vocabulary;

  /** Loads the model. */
  @Setup
  public void load() {
    CategorizerModel parts = ModelFile.read(Path.of(model));
    categorizer = LstmDocumentCategorizer.of(parts);
    analyzer = new TextAnalyzer(parts.analysis());
    ofLucene = TextAnalyzer.ofLucene(parts.analysis());
    vocabulary = parts.vocabulary();
  }

  /** One by one. */
  @Benchmark
  public void one(Texts texts, Turn turn, Blackhole answers) {
    for (String text : texts.batch(turn)) {
      answers.consume(categorizer.categorize(text));
    }
  }

  /** All of a batch at once. */
  @Benchmark
  public List<Categorization> all(Texts texts, Turn turn) {
    return categorizer.categorizeAll(texts.batch(turn));
  }

  /** What of it goes into the analysis: text to ids. */
  @Benchmark
  public int analysis(Texts texts, Turn turn) {
    return analyze(analyzer, texts.batch(turn));
  }

  /** The same, with plain text through Lucene too. */
  @Benchmark
  public int luceneAnalysis(Texts texts, Turn turn) {
    return analyze(ofLucene, texts.batch(turn));
  }

  private int analyze(TextAnalyzer chain, List<String> texts) {
    int sum = 0;
    for (String text : texts) {
      IdBuffer ids = new IdBuffer(vocabulary);
      chain.analyze(text, ids);
      sum += ids.known();
    }
    return sum;
  }
}
