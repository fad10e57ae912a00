/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.ext.ExtensionLoader;
import org.docket.Categorization;
import org.docket.LstmDocumentCategorizer;
import org.docket.ScoredCategory;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mutated complaints through the doors for text and for tokens. {@code -Ddocket.mutated=100000}
 * tries so many; MutatedTextsIT of solr-server does it through Solr's.
 */
class MutatedTextsTest {

  private static final int TEXTS = Integer.getInteger("docket.mutated", 5_000);
  private static final int BATCH = 500;
  private static final long SEED = 13;
  private static final Path REPOSITORY = Path.of("../..");
  private static final Path MODEL = REPOSITORY.resolve("models/complaints-en.bin");

  private final LstmDocumentCategorizer ours = LstmDocumentCategorizer.load(MODEL);
  private final DocumentCategorizerME openNlp = openNlp();

  /**
   * OpenNLP's door gets the tokens of its own WhitespaceTokenizer, which the model joins by blanks:
   * the same answer, to the bit, as of the joined text, and nearly always as of the text itself.
   */
  @Test
  @Timeout(3600)
  void allDoorsGiveTheSameProbabilities() {
    Iterator<String> texts = MutatedTexts.of(complaints(), SEED).iterator();
    int different = 0;
    for (int done = 0; done < TEXTS; done += BATCH) {
      List<String> batch = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        batch.add(texts.next());
      }
      List<Categorization> together = ours.categorizeAll(batch);
      for (int i = 0; i < BATCH; i++) {
        String text = batch.get(i);
        requireProbabilities(together.get(i));
        assertThat(ours.categorize(text)).as(text).isEqualTo(together.get(i));
        different += requireSameOfTokens(text, together.get(i)) ? 0 : 1;
      }
    }
    assertThat((double) different / TEXTS)
        .as("share of texts whose tokens get another answer")
        .isLessThan(0.01);
  }

  /** Whether the tokens get the answer of the text, too. */
  private boolean requireSameOfTokens(String text, Categorization answer) {
    String[] tokens = WhitespaceTokenizer.INSTANCE.tokenize(text);
    double[] ofTokens = openNlp.categorize(tokens);
    assertThat(ofTokens).isEqualTo(inOrder(ours.categorize(String.join(" ", tokens))));
    assertThat(ofTokens).isEqualTo(ours.categorize(tokens));
    assertThat(openNlp.categorize(new String[] {text})).isEqualTo(inOrder(answer));
    return Arrays.equals(ofTokens, inOrder(answer));
  }

  private double[] inOrder(Categorization answer) {
    double[] probabilities = new double[answer.ranked().size()];
    for (ScoredCategory scored : answer.ranked()) {
      probabilities[ours.categories().indexOf(scored.category())] = scored.probability();
    }
    return probabilities;
  }

  private static void requireProbabilities(Categorization answer) {
    double sum = 0;
    for (ScoredCategory scored : answer.ranked()) {
      assertThat(scored.probability()).isBetween(0.0, 1.0);
      sum += scored.probability();
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  private static List<String> complaints() {
    List<String> texts = new ArrayList<>();
    Corpus.read(
        REPOSITORY.resolve("conf/demo/complaints-hard.csv"),
        CorpusOptions.defaults(),
        document -> texts.add(document.text()));
    return texts;
  }

  private static DocumentCategorizerME openNlp() {
    ExtensionLoader.registerAllowedPackage("org.docket.");
    try {
      return new DocumentCategorizerME(new DoccatModel(MODEL));
    } catch (IOException e) {
      throw new AssertionError(e);
    } finally {
      ExtensionLoader.unregisterAllowedPackage("org.docket.");
    }
  }
}
