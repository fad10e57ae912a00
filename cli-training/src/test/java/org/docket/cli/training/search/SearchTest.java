/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.docket.cli.training.search.SuccessiveHalving.Rung;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

class SearchTest {

  private final List<String> trained = new ArrayList<>();
  private final List<Integer> dropped = new ArrayList<>();

  @Test
  void rungsHaveEtaTimesTheEpochsAndOneOfEtaOfTheTrials() {
    assertThat(SuccessiveHalving.of(12, 8, 2).rungs())
        .containsExactly(new Rung(2, 12), new Rung(4, 6), new Rung(8, 3));
    assertThat(SuccessiveHalving.of(6, 8, 2).rungs())
        .containsExactly(new Rung(2, 6), new Rung(4, 3), new Rung(8, 2));
    assertThat(SuccessiveHalving.of(27, 9, 3).rungs())
        .containsExactly(new Rung(1, 27), new Rung(3, 9), new Rung(9, 3));
    assertThat(SuccessiveHalving.of(10, 5, 2).rungs())
        .containsExactly(new Rung(2, 10), new Rung(3, 5), new Rung(5, 3));
  }

  @Test
  void fewEpochsOrTrialsMakeFewRungs() {
    assertThat(SuccessiveHalving.of(12, 1, 2).rungs()).containsExactly(new Rung(1, 12));
    assertThat(SuccessiveHalving.of(12, 2, 2).rungs())
        .containsExactly(new Rung(1, 12), new Rung(2, 6));
    assertThat(SuccessiveHalving.of(1, 8, 2).rungs()).containsExactly(new Rung(8, 1));
    assertThat(SuccessiveHalving.of(3, 8, 4).rungs()).containsExactly(new Rung(8, 3));
  }

  /** Trial n has a loss of n: the preset is best, and goes on among the others. */
  @Test
  void theBetterHalfGoesOn() throws IOException {
    List<Trial> trials = run(6, trial -> trial);

    assertThat(trained)
        .containsExactly(
            "0@2", "1@2", "2@2", "3@2", "4@2", "5@2", "0@4", "1@4", "2@4", "0@8", "1@8");
    assertThat(dropped).containsExactly(3, 4, 5, 2);
    assertThat(trials).extracting(trial -> trial.scores().size()).containsExactly(3, 3, 2, 1, 1, 1);
  }

  /** Trial n has a loss of -n: the preset is the worst. */
  @Test
  void thePresetItselfGoesToTheEndBesideTheBest() throws IOException {
    run(6, trial -> -trial);

    assertThat(trained)
        .containsExactly(
            "0@2", "1@2", "2@2", "3@2", "4@2", "5@2", "0@4", "5@4", "4@4", "3@4", "0@8", "5@8",
            "4@8");
    assertThat(dropped).containsExactly(1, 2, 3);
  }

  @Test
  void aTrialThatFailsIsLostAndTheOthersGoOn() throws IOException {
    List<Trial> trials =
        run(
            4,
            trial -> {
              if (trial == 1) {
                throw new DocketException("the training diverged in epoch 1");
              }
              if (trial == 2) {
                throw new OutOfMemoryError("Java heap space");
              }
              return trial;
            });

    assertThat(trials.get(1).lost()).isEqualTo("the training diverged in epoch 1");
    assertThat(trials.get(2).lost()).startsWith("it does not fit into the heap of ");
    assertThat(trained).containsExactly("0@2", "1@2", "2@2", "3@2", "0@4", "3@4", "0@8");
    assertThat(dropped).containsExactly(1, 2, 3);
  }

  /** All other trials would fail of it too. */
  @Test
  void aFullDiskOrAMistakeOfOursEndsTheSearch() {
    assertThatThrownBy(
            () ->
                run(
                    2,
                    trial -> {
                      throw new DocketException("cannot be written", new IOException("full"));
                    }))
        .hasMessage("cannot be written");
    assertThatThrownBy(
            () ->
                run(
                    2,
                    trial -> {
                      throw new IllegalStateException("ours");
                    }))
        .hasMessage("ours");
  }

  @Test
  void whatIsDoneIsNotRepeated() throws IOException {
    List<Trial> whole = run(6, trial -> trial);
    trained.clear();
    List<Trial> before = new ArrayList<>();
    for (Trial trial : whole) {
      List<Score> scores =
          trial.scores().subList(0, trial.number() < 2 ? Math.min(2, trial.scores().size()) : 1);
      before.add(new Trial(trial.number(), trial.changes(), scores, ""));
    }

    List<Trial> after = run(before, trial -> trial);

    assertThat(trained).containsExactly("2@4", "0@8", "1@8");
    assertThat(after).isEqualTo(whole);
  }

  /** Of six trials the fifth falls back later, and the third fails later: both went on before. */
  @Test
  void whatCameLaterDoesNotChangeWhoGoesOn() throws IOException {
    Losses losses =
        new Losses() {
          @Override
          public double of(int trial) {
            throw new AssertionError("of which epoch?");
          }

          @Override
          public double of(int trial, int epochs) {
            if (trial == 2 && epochs == 4) {
              throw new DocketException("the training diverged in epoch 4");
            }
            return trial == 4 ? epochs : trial == 2 ? 0 : 5 + trial;
          }
        };
    List<Trial> whole = run(6, losses);
    List<String> all = List.copyOf(trained);
    assertThat(all).contains("2@4", "4@4", "0@8", "4@8").doesNotContain("1@4");
    trained.clear();

    List<Trial> after = run(whole, losses);

    assertThat(trained).isEmpty();
    assertThat(after).isEqualTo(whole);
  }

  @Test
  void aDifferenceIsSureBeyondTwoStandardErrors() {
    double[] preset = IntStream.range(0, 100).mapToDouble(i -> i % 7).toArray();
    double[] alike = IntStream.range(0, 100).mapToDouble(i -> i % 7 + (i % 2 - 0.51)).toArray();
    double[] better = IntStream.range(0, 100).mapToDouble(i -> i % 7 - 0.2 + i % 2 * 0.1).toArray();

    assertThat(Comparison.of(alike, preset).isSure()).isFalse();
    assertThat(Comparison.of(alike, preset).words()).contains("not more than the noise");
    assertThat(Comparison.of(better, preset).isSure()).isTrue();
    assertThat(Comparison.of(better, preset).words())
        .startsWith(
            "Its loss is 0.1500 lower than the preset's, with a standard error of 0.0050: more");
    assertThat(Comparison.of(new double[] {1}, new double[] {2}).standardError()).isZero();
  }

  /** What a trial's loss is. */
  private interface Losses {
    double of(int trial);

    default double of(int trial, int epochs) {
      return of(trial);
    }
  }

  private List<Trial> run(int count, Losses losses) throws IOException {
    return run(IntStream.range(0, count).mapToObj(i -> Trial.of(i, Map.of())).toList(), losses);
  }

  private List<Trial> run(List<Trial> trials, Losses losses) throws IOException {
    Search.Trainings trainings =
        new Search.Trainings() {
          @Override
          public Score train(Trial trial, int epochs) {
            trained.add(trial.number() + "@" + epochs);
            return new Score(epochs, epochs, losses.of(trial.number(), epochs), 0.5, 0.5, 1);
          }

          @Override
          public void drop(Trial trial) {
            dropped.add(trial.number());
          }
        };
    Search.Listener listener =
        new Search.Listener() {
          @Override
          public void trained(Trial trial, int rung, List<Trial> now) {}

          @Override
          public void rungDone(int rung, List<Trial> alive) {}
        };
    return new Search(SuccessiveHalving.of(trials.size(), 8, 2), trials, trainings, listener).run();
  }
}
