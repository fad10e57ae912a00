/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.text.AnalysisSpec;
import org.docket.text.TextAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Real texts, and the same mutated, get the tokens of Lucene. {@code -Ddocket.texts=FILE,FILE}
 * takes those of any corpora, and prints how many were plain.
 */
class PlainTextsTest {

  private static final String FILES =
      System.getProperty("docket.texts", "../../conf/demo/complaints.csv");

  private static final long SEED = 29;

  @Test
  @Timeout(3600)
  void getTheTokensOfLucene() {
    for (String file : FILES.split(",")) {
      List<String> texts = texts(Path.of(file));
      List<String> mutated = MutatedTexts.of(texts, SEED).limit(texts.size()).toList();
      for (int chain = 1; chain <= AnalysisSpec.CHAIN; chain++) {
        AnalysisSpec spec = AnalysisSpec.english().withChain(chain);
        System.out.printf(
            Locale.ROOT,
            "%s, chain %d: %d texts, %d plain; mutated, %d plain%n",
            file,
            chain,
            texts.size(),
            requireSame(texts, spec),
            requireSame(mutated, spec));
      }
    }
  }

  /** How many of the texts were plain. */
  private static int requireSame(List<String> texts, AnalysisSpec spec) {
    TextAnalyzer served = new TextAnalyzer(spec);
    TextAnalyzer defined = TextAnalyzer.ofLucene(spec);
    int plain = 0;
    for (String text : texts) {
      assertThat(served.analyze(text)).as(text).isEqualTo(defined.analyze(text));
      plain += served.isPlain(text) ? 1 : 0;
    }
    return plain;
  }

  private static List<String> texts(Path file) {
    List<String> texts = new ArrayList<>();
    CorpusOptions options = CorpusOptions.builder().labelled(false).build();
    Corpus.read(file, options, document -> texts.add(document.text()));
    return texts;
  }
}
