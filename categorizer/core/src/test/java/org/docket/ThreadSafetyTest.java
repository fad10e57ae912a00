/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.doccat.DocumentCategorizer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixteen threads on one categorizer, started together, get the answers of one thread. */
class ThreadSafetyTest {

  private static final int THREADS = 16;
  private static final int DOCUMENTS = 3000;
  private static final String[] WORDS =
      "my house loan escrow plastic fee bank card payment not $123 XXXX <b>amount</b> Ünïcode the"
          .split(" ");

  @ParameterizedTest
  @MethodSource("doors")
  void manyThreadsGetTheAnswersOfOne(Function<String, Object> door) throws Exception {
    List<String> documents = documents();
    List<Object> serial = documents.stream().map(door).toList();
    assertThat(new HashSet<>(serial)).as("different answers").hasSizeGreaterThan(100);

    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool =
        Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "categorizes"));
    try {
      List<Future<List<Object>>> answers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        answers.add(
            pool.submit(
                () -> {
                  start.await();
                  return documents.stream().map(door).toList();
                }));
      }
      start.countDown();
      for (Future<List<Object>> answer : answers) {
        assertThat(firstDifference(answer.get(), serial)).isEqualTo(-1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static int firstDifference(List<Object> actual, List<Object> expected) {
    return IntStream.range(0, expected.size())
        .filter(i -> !actual.get(i).equals(expected.get(i)))
        .findFirst()
        .orElse(-1);
  }

  static Stream<Named<Function<String, Object>>> doors() {
    LstmDocumentCategorizer ours = LstmDocumentCategorizer.of(TestModels.pooled());
    return Stream.of(
        Named.of("LstmDocumentCategorizer, text", ours::categorize),
        Named.of("LstmDocumentCategorizer, tokens", tokens(ours)),
        Named.of(
            "LstmDocumentCategorizer, all results",
            text -> ours.getAllResults(ours.categorize(text.split(" ")))),
        Named.of(
            "DocumentCategorizerME over our model",
            tokens(StockModels.throughOpenNlp(TestModels.pooled()))),
        Named.of("maxent as text", stock("MAXENT")),
        Named.of("perceptron as text", stock("PERCEPTRON")),
        Named.of("naive Bayes as text", stock("NAIVEBAYES")));
  }

  private static Function<String, Object> tokens(DocumentCategorizer categorizer) {
    return text -> categorizer.scoreMap(text.split(" "));
  }

  private static Function<String, Object> stock(String algorithm) {
    return new DoccatTextCategorizer(StockModels.train(algorithm))::categorize;
  }

  /** Of different lengths, so that a buffer shared by mistake would show. */
  private static List<String> documents() {
    Random random = new Random(16);
    return IntStream.range(0, DOCUMENTS)
        .mapToObj(i -> document(random, 1 + random.nextInt(40)))
        .toList();
  }

  private static String document(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> WORDS[random.nextInt(WORDS.length)])
        .collect(Collectors.joining(" "));
  }
}
