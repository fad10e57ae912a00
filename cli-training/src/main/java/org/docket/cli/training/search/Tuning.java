/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.training.work.Facts;
import org.docket.cli.training.work.Notes;
import org.docket.cli.training.work.ReportFolder;
import org.docket.cli.training.work.Workplace;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.DataFile;

/**
 * A search from its notes to its result. What is done is noted after each training, beside the file
 * that the best preset goes to; an interrupted search goes on from there.
 */
public final class Tuning {

  private static final String WHAT = "search";

  private final TrainingConfig preset;
  private final Settings settings;
  private final Workplace place;
  private final SearchSpace space;
  private final SuccessiveHalving halving;
  private final TrialTable table;
  private final PrintWriter out;

  /**
   * How it is searched.
   *
   * @param trials how many, with the preset itself
   * @param eta one of so many trials goes on to the next rung
   * @param seed of what is drawn
   */
  public record Settings(int trials, int eta, long seed) {}

  /** The record of its notes. */
  record Done(List<Trial> trials) {}

  /** Takes what is searched around. */
  public Tuning(TrainingConfig preset, Settings settings, Workplace place, PrintWriter out) {
    this.preset = preset;
    this.settings = settings;
    this.place = place;
    this.out = out;
    this.space = SearchSpace.around(preset);
    this.halving =
        SuccessiveHalving.of(settings.trials(), preset.optimization().epochs(), settings.eta());
    this.table = new TrialTable(out, halving);
  }

  /** The preset that texts are to be analysed with, so that they are long enough for all trials. */
  public TrainingConfig longest() {
    return space.longest();
  }

  /**
   * Searches, writes the best preset and the report.
   *
   * @param texts analysed with {@link #longest}
   * @param files that they come from
   * @param resume whether to go on from notes
   * @return all trials, as the report has them
   * @throws DocketException if all trials are lost, or if the notes are of another search
   */
  public Map<String, Object> run(
      AnalysedCorpus texts,
      List<DataFile> files,
      boolean resume,
      Path output,
      Optional<ReportFolder> report)
      throws IOException {
    BitSet validation = validation(texts);
    TrialTrainings trainings = new TrialTrainings(space, texts, validation, place);
    table.begin(preset.name(), space, settings.trials(), settings.seed());
    List<Trial> trials = search(trainings, fingerprint(texts), resume);
    if (trials.stream().noneMatch(this::isWhole)) {
      forget(trainings); // resumed, they would be lost again, whatever has been put right
      throw new DocketException(
          "all trials were lost; the preset itself because " + trials.get(0).lost());
    }
    Outcome outcome = outcome(trials, trainings, validation.cardinality());
    table.print(outcome);
    TunedPreset.write(outcome, files, settings.seed(), output);
    out.println("\npreset: " + output);
    Map<String, Object> data = SearchReport.data(outcome, Facts.of(preset, files));
    if (report.isPresent()) {
      SearchReport.write(outcome, data, report.get());
      out.println("report: " + report.get().file(SearchReport.PAGE));
    }
    out.flush();
    forget(trainings);
    return data;
  }

  private void forget(TrialTrainings trainings) throws IOException {
    trainings.dropAll();
    Files.deleteIfExists(notes());
  }

  private boolean isWhole(Trial trial) {
    return !trial.isLost() && trial.scores().size() == halving.rungs().size();
  }

  private BitSet validation(AnalysedCorpus texts) {
    OptimizationConfig optimization = preset.optimization();
    BitSet validation =
        texts.validation().isEmpty()
            ? texts.split(optimization.validationShare(), optimization.seed())
            : texts.validation();
    if (validation.isEmpty()) {
      throw new DocketException(
          "there are too few documents to split off a validation part; give --validation");
    }
    return validation;
  }

  private List<Trial> search(TrialTrainings trainings, String fingerprint, boolean resume)
      throws IOException {
    List<Trial> trials = new ArrayList<>();
    for (int number = 0; number < settings.trials(); number++) {
      trials.add(Trial.of(number, space.changes(number, settings.seed())));
    }
    Optional<Done> done =
        resume ? Notes.read(notes(), fingerprint, Done.class, WHAT) : Optional.empty();
    if (done.isEmpty()) {
      trainings.dropAll();
    }
    Search.Listener listener =
        new Search.Listener() {
          @Override
          public void trained(Trial trial, int rung, List<Trial> now) throws IOException {
            new Notes<>(fingerprint, new Done(now)).write(notes());
            table.trained(trial, rung);
          }

          @Override
          public void rungDone(int rung, List<Trial> alive) {
            table.rungDone(alive);
          }
        };
    return new Search(halving, done.map(Done::trials).orElse(trials), trainings, listener).run();
  }

  private Outcome outcome(List<Trial> trials, TrialTrainings trainings, int validated) {
    Trial best = trials.stream().filter(this::isWhole).min(Search.BEST_FIRST).orElseThrow();
    Trial given = trials.get(0);
    Optional<Comparison> comparison =
        best.number() == 0 || given.isLost()
            ? Optional.empty()
            : Optional.of(
                Comparison.of(trainings.answers(best).losses(), trainings.answers(given).losses()));
    return new Outcome(preset, space, halving, trials, best, comparison, validated);
  }

  /** The file that an interrupted search leaves, to be resumed from. */
  public Path notes() {
    return place.file("trials");
  }

  private String fingerprint(AnalysedCorpus texts) {
    String all = space.description() + settings + halving + texts.fingerprint();
    return HexFormat.of().formatHex(Sha256.of(all.getBytes(StandardCharsets.UTF_8)));
  }
}
