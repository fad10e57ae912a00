/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingTest {

  private static final List<String> TEXTS =
      IntStream.range(0, 1500)
          .mapToObj(i -> "late fee ".repeat(i % 7) + (i % 3 == 0 ? "loan" : "xyz"))
          .toList();

  @Test
  void ofOurOwnModelAnalysisAndNetworkAreToldApart() {
    Told told = new Told();
    TextCategorizer categorizer = LstmDocumentCategorizer.of(TestModels.pooled());
    long start = System.nanoTime();
    List<Categorization> answers = categorizer.categorizeAll(TEXTS, told);
    long took = System.nanoTime() - start;
    assertThat(answers).isEqualTo(categorizer.categorizeAll(TEXTS));
    assertThat(told.analysis).hasSize(2).allMatch(nanos -> nanos > 0);
    assertThat(told.network).hasSize(2).allMatch(nanos -> nanos > 0);
    assertThat(sum(told.analysis) + sum(told.network)).isLessThanOrEqualTo(took);
  }

  @Test
  void ofAStockModelAllIsNetwork() {
    Told told = new Told();
    TextCategorizer categorizer = new DoccatTextCategorizer(StockModels.train("NAIVEBAYES"));
    List<Categorization> answers = categorizer.categorizeAll(TEXTS, told);
    assertThat(answers).isEqualTo(categorizer.categorizeAll(TEXTS));
    assertThat(told.analysis).isEmpty();
    assertThat(told.network).singleElement().matches(nanos -> nanos > 0);
  }

  private static long sum(List<Long> nanos) {
    return nanos.stream().mapToLong(Long::longValue).sum();
  }

  private static final class Told implements Timing {

    final List<Long> analysis = new ArrayList<>();
    final List<Long> network = new ArrayList<>();

    @Override
    public void analysis(long nanos) {
      analysis.add(nanos);
    }

    @Override
    public void network(long nanos) {
      network.add(nanos);
    }
  }
}
