/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.docket.Categorizers;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the {@link DeletionCurve} of a model's explanations of some documents of a file. */
@Command(name = "explanations", mixinStandardHelpOptions = true)
final class MeasureExplanations implements Callable<Integer> {

  private static final List<Integer> WORDS = List.of(1, 2, 3, 5, 8, 10);
  private static final long SEED = 42;

  @Option(names = "--model", defaultValue = "models/complaints-en.bin")
  private Path model;

  @Option(names = "--input", defaultValue = "conf/demo/complaints.csv")
  private Path input;

  @Option(names = "--documents", defaultValue = "500", description = "How many to draw at most.")
  private int documents;

  public static void main(String[] args) {
    System.exit(new CommandLine(new MeasureExplanations()).execute(args));
  }

  @Override
  public Integer call() {
    List<String> texts = new ArrayList<>();
    CorpusOptions options = CorpusOptions.defaults().toBuilder().labelled(false).build();
    Corpus.read(input, options, document -> texts.add(document.text()));
    Collections.shuffle(texts, new Random(SEED));
    List<String> drawn = texts.subList(0, Math.min(documents, texts.size()));
    System.out.println("words left out  documents  named: fall  changed  others: fall  changed");
    new DeletionCurve(Categorizers.load(model)).measure(drawn, WORDS).forEach(this::print);
    return 0;
  }

  private void print(DeletionCurve.Point point) {
    System.out.printf(
        Locale.ROOT,
        "%14d  %,9d  %11.3f  %6.1f%%  %12.3f  %6.1f%%%n",
        point.words(),
        point.documents(),
        point.fall(),
        100 * point.changed(),
        point.fallOfOthers(),
        100 * point.changedByOthers());
  }
}
