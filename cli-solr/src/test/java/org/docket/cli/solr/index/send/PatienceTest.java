/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.solr.common.SolrException;
import org.docket.cli.solr.index.send.Trouble.Kind;
import org.junit.jupiter.api.Test;

/** How long is waited, on a clock of its own. */
class PatienceTest {

  private static final Trouble AWAY = new Trouble(Kind.AWAY, "503: starting");

  private final AtomicLong clock = new AtomicLong();
  private final List<Long> pauses = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Patience patience =
      new Patience(Duration.ofMinutes(5), clock::get, this::pause, told::add);

  @Test
  void pausesGrowToALimit() throws Exception {
    Patience.Tries tries = patience.tries();
    for (int i = 0; i < 9; i++) {
      tries.await(AWAY);
    }
    assertThat(pauses)
        .containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L, 10_000L);
    assertThat(patience.retries()).isEqualTo(9);
  }

  @Test
  void tellsOnceWhyItWaitsAndWhenItIsOver() throws Exception {
    Patience.Tries tries = patience.tries();
    for (int i = 0; i < 6; i++) {
      tries.await(AWAY);
    }
    patience.succeeded();
    patience.succeeded();
    assertThat(told)
        .containsExactly(
            "Solr takes no documents now (503: starting); waiting up to 5 minutes",
            "Solr takes documents again, after 13 s");
  }

  @Test
  void aShortHiccupIsNotTold() throws Exception {
    patience.tries().await(AWAY);
    patience.succeeded();
    assertThat(told).isEmpty();
  }

  @Test
  void givesUpAfterTheTimeThatWasSaid() {
    Patience.Tries tries = patience.tries();
    assertThatThrownBy(
            () -> {
              while (true) {
                tries.await(AWAY);
              }
            })
        .isInstanceOf(Patience.GoneException.class)
        .hasMessage("Solr has taken nothing for 5 minutes (503: starting)");
    assertThat(clock.get()).isBetween(minutes(5), minutes(6));
  }

  @Test
  void oneBatchThatNeverComesThroughEndsItTooThoughOthersDo() {
    Patience.Tries tries = patience.tries();
    assertThatThrownBy(
            () -> {
              while (true) {
                tries.await(AWAY);
                patience.succeeded();
              }
            })
        .isInstanceOf(Patience.GoneException.class);
  }

  @Test
  void insistsUntilSolrHasDoneIt() throws Exception {
    int[] left = {3};
    patience.insist(
        () -> {
          if (left[0]-- > 0) {
            throw new IOException("connection reset");
          }
        });
    assertThat(pauses).hasSize(3);
    assertThatThrownBy(
            () ->
                patience.insist(
                    () -> {
                      throw new SolrException(SolrException.ErrorCode.FORBIDDEN, "not you");
                    }))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("not you");
  }

  private void pause(long millis) {
    pauses.add(millis);
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static long minutes(long minutes) {
    return TimeUnit.MINUTES.toNanos(minutes);
  }
}
