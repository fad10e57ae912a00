/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.docket.text.AnalysisSpec;
import org.docket.text.TextAnalyzer;
import org.docket.training.config.TextConfig;

/**
 * The first texts of a corpus, which wait until it is known how texts become tokens: whether they
 * are short decides that. For one thread.
 */
final class FirstTexts {

  private static final int ENOUGH = 1000;

  /** So that long texts are not held without end. */
  private static final long ENOUGH_CHARS = 10_000_000;

  /** Counts words, whatever the limits of the configuration are. */
  private static final AnalysisSpec WORDS = AnalysisSpec.english().withStopWords(List.of());

  private final TextConfig config;
  private final List<Waiting> waiting = new ArrayList<>();
  private long chars;

  FirstTexts(TextConfig config) {
    this.config = config;
  }

  void add(String text, int category) {
    waiting.add(new Waiting(text, category));
    chars += text.length();
  }

  int size() {
    return waiting.size();
  }

  /** Whether they say what the others will be like. */
  boolean areEnough() {
    return !config.stopWordsByLength() || waiting.size() == ENOUGH || chars >= ENOUGH_CHARS;
  }

  /** Decides, for all texts. */
  Choice choose() {
    if (!config.stopWordsByLength()) {
      return new Choice(config.analysis(), Optional.empty());
    }
    TextAnalyzer counter = new TextAnalyzer(WORDS);
    int[] lengths =
        waiting.stream()
            .mapToInt(text -> counter.analyze(text.text()).tokens().size())
            .filter(length -> length > 0)
            .toArray();
    long shorter = IntStream.of(lengths).filter(length -> length < TextConfig.SHORT).count();
    boolean areShort = 2 * shorter > lengths.length;
    AnalysisSpec analysis =
        areShort ? config.analysis().withStopWords(List.of()) : config.analysis();
    return new Choice(analysis, Optional.of(remark(areShort, shorter, lengths.length)));
  }

  private static String remark(boolean areShort, long shorter, int texts) {
    return String.format(
        Locale.ROOT,
        "stop words are %s: %,d of the first %,d texts have fewer than %d words"
            + " (text.stopWords = auto)",
        areShort ? "kept" : "left out",
        shorter,
        texts,
        TextConfig.SHORT);
  }

  /** Hands all texts on, in their order, and forgets them. */
  void drain(ObjIntConsumer<String> to) {
    waiting.forEach(text -> to.accept(text.text(), text.category()));
    waiting.clear();
  }

  /**
   * What was decided.
   *
   * @param analysis how texts become tokens
   * @param remark what a person should know of it, if the texts decided
   */
  record Choice(AnalysisSpec analysis, Optional<String> remark) {}

  private record Waiting(String text, int category) {}
}
