/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.docket.cli.solr.collection.CollectionMixin;
import org.docket.cli.solr.collection.SolrCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class PatienceTest {

  private final List<String> told = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void whatPassesIsTriedAgainAndToldOnce(int code) throws IOException {
    AtomicInteger asked = new AtomicInteger();

    String answer =
        patience(Duration.ofMinutes(1), false)
            .ask(
                () -> {
                  if (asked.incrementAndGet() < 3) {
                    throw new SolrException(ErrorCode.getErrorCode(code), "busy");
                  }
                  return "answer";
                });

    assertThat(answer).isEqualTo("answer");
    assertThat(asked).hasValue(3);
    assertThat(told).singleElement().asString().contains("trying again for 60 seconds");
  }

  @Test
  void aRefusalIsNotTriedAgain() {
    AtomicInteger asked = new AtomicInteger();

    assertThatThrownBy(
            () ->
                patience(Duration.ofMinutes(1), false)
                    .ask(
                        () -> {
                          asked.incrementAndGet();
                          throw new SolrException(ErrorCode.BAD_REQUEST, "no");
                        }))
        .isInstanceOf(SolrException.class);
    assertThat(asked).hasValue(1);
  }

  @Test
  void itEnds() {
    assertThatThrownBy(() -> patience(Duration.ofMillis(1), false).ask(PatienceTest::gone))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no answer from Solr at http://localhost:1/solr/c (lost)");
  }

  @Test
  void nobodyWaitsAfterCtrlC() {
    assertThatThrownBy(() -> patience(Duration.ofHours(1), true).ask(PatienceTest::gone))
        .isInstanceOf(IOException.class);
  }

  private static String gone() throws SolrServerException {
    throw new SolrServerException("lost");
  }

  private Patience patience(Duration limit, boolean unwanted) {
    Options options = new Options();
    new CommandLine(options).parseArgs("--solr", "http://localhost:1/solr/c");
    try (SolrCollection collection = options.collection.open()) {
      return new Patience(collection, limit, told::add, () -> unwanted);
    }
  }

  @Command
  private static final class Options {
    @Mixin private CollectionMixin collection;
  }
}
