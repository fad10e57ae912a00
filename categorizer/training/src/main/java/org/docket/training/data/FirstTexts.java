/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
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

  /** What analyses texts such as these. */
  TextAnalyzer analyzer() {
    TextAnalyzer ofShortTexts = new TextAnalyzer(config.ofShortTexts());
    return config.stopWordsByLength() && !areShort(ofShortTexts)
        ? new TextAnalyzer(config.analysis())
        : ofShortTexts;
  }

  private boolean areShort(TextAnalyzer analyzer) {
    long shorter =
        waiting.stream()
            .filter(text -> analyzer.analyze(text.text()).tokens().size() < TextConfig.SHORT)
            .count();
    return 2 * shorter > waiting.size();
  }

  /** Hands all texts on, in their order, and forgets them. */
  void drain(ObjIntConsumer<String> to) {
    waiting.forEach(text -> to.accept(text.text(), text.category()));
    waiting.clear();
  }

  private record Waiting(String text, int category) {}
}
