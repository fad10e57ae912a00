/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.corpus.LabelledText;
import org.docket.corpus.Split;
import org.docket.text.TextAnalyzer;
import org.docket.training.config.TextConfig;

/**
 * Analyses the texts of a corpus, each once and one after the other, and keeps their tokens alone.
 * For one thread and one corpus, which owns the tokens once it is made; until then this does, and
 * frees them when it is closed.
 */
public final class EncodedCorpusBuilder implements Closeable {

  private final TextConfig config;
  private final FirstTexts firstTexts;
  private Optional<TextAnalyzer> analyzer = Optional.empty();
  private Optional<String> remark = Optional.empty();
  private final TokenTable table = new TokenTable();
  private final TextColumns columns;
  private final Map<String, Integer> categories = new LinkedHashMap<>();
  private SoftLabels softLabels = new SoftLabels(List.of());
  private ReviewedTexts reviewed = ReviewedTexts.none();
  private int[] numbers;
  private int count;
  private int training;
  private boolean handedOver;

  /**
   * Starts.
   *
   * @param folder where a temporary file goes when there are more tokens than memory should hold
   */
  public EncodedCorpusBuilder(TextConfig config, Path folder) {
    this(config, new TextColumns(folder));
  }

  EncodedCorpusBuilder(TextConfig config, TextColumns columns) {
    this.config = config;
    this.firstTexts = new FirstTexts(config);
    this.columns = columns;
    this.numbers = new int[config.analysis().maxTokens()];
  }

  /**
   * Says, before there is any text, what a teacher's probabilities are of.
   *
   * @param names in the order of the probabilities; each must be the label of a text to train on
   */
  public void teacherCategories(List<String> names) {
    if (size() > 0) {
      throw new IllegalStateException("a teacher's categories come before texts");
    }
    softLabels = new SoftLabels(names);
  }

  /**
   * Says, before there is any text, how much a reviewed one counts, where any other counts 1.
   *
   * @param weight above 0
   */
  public void reviewedWeight(double weight) {
    if (size() > 0) {
      throw new IllegalStateException("the weight of reviewed texts comes before texts");
    }
    reviewed = new ReviewedTexts(new BitSet(), weight);
  }

  /**
   * Adds a text to learn from that a person reviewed: by its label alone, which is certain. It is
   * never split off to validate on, and neither is a text that begins like it.
   */
  public void addReviewed(LabelledText text) {
    reviewed.texts().set(size());
    addTraining(text);
  }

  /** Adds a text to learn from; all of them come before those to validate on. */
  public void addTraining(LabelledText text) {
    requireTraining();
    add(text.text(), number(text.category()));
    training++;
  }

  /**
   * Adds a text to learn from by its label and by a teacher's probabilities.
   *
   * @param probabilities of {@link #teacherCategories}, summing to 1
   * @throws DocketException if they are none
   */
  public void addTraining(LabelledText text, float[] probabilities) {
    softLabels.set(size(), probabilities);
    addTraining(text);
  }

  /**
   * Adds a text without a label, to learn from by a teacher's probabilities alone. Its words count
   * for the vocabulary; the categories' shares are those of the labelled texts.
   *
   * @param probabilities as for {@link #addTraining(LabelledText, float[])}
   * @throws DocketException if they are none
   */
  public void addUnlabelled(String text, float[] probabilities) {
    requireTraining();
    softLabels.set(size(), probabilities);
    add(text, EncodedTexts.NO_LABEL);
    training++;
  }

  /** Adds a text to validate on. */
  public void addValidation(LabelledText text) {
    chooseAnalyzer();
    add(text.text(), number(text.category()));
  }

  private void requireTraining() {
    if (training < size()) {
      throw new IllegalStateException("texts to train on come before those to validate on");
    }
  }

  /** How many texts there are so far. */
  public int size() {
    return columns.size() + firstTexts.size();
  }

  /**
   * Makes the corpus of what was added, for the caller to close.
   *
   * @throws DocketException if there are fewer than two categories, if nothing is left to learn
   *     from, or if the validation texts have a category that the training texts do not have
   */
  public EncodedCorpus build() {
    AnalysedCorpus all = all();
    return owned(all, all.validation());
  }

  /**
   * Makes the corpus of what was added to train on: a part of it is to validate on instead.
   *
   * @param share of that part
   * @param seed of the choice
   * @return for the caller to close; nothing if no text could be split off
   * @throws DocketException as {@link #build()}
   */
  public Optional<EncodedCorpus> split(double share, long seed) {
    AnalysedCorpus all = all();
    BitSet validation = all.split(share, seed);
    return validation.isEmpty() ? Optional.empty() : Optional.of(owned(all, validation));
  }

  /**
   * Makes of what was added something that many corpora can be made of.
   *
   * @return for the caller to close
   */
  public AnalysedCorpus analysed() {
    AnalysedCorpus all = all();
    handedOver = true;
    return all;
  }

  private AnalysedCorpus all() {
    chooseAnalyzer();
    columns.freeze();
    AnalysedCorpus.Texts texts =
        new AnalysedCorpus.Texts(
            columns, table, List.copyOf(categories.keySet()), softLabels, reviewed, training);
    return new AnalysedCorpus(config, texts, analyzer.orElseThrow().spec(), remark);
  }

  /** All texts, of which some are to validate on; closing it frees what was added. */
  private EncodedCorpus owned(AnalysedCorpus all, BitSet validation) {
    EncodedCorpus corpus = all.corpus(all.allBut(validation), validation, all::close);
    handedOver = true;
    return corpus;
  }

  /** Frees what was added, unless a corpus was made of it. */
  @Override
  public void close() {
    if (!handedOver) {
      columns.close();
    }
  }

  private int number(String category) {
    return categories.computeIfAbsent(category, name -> categories.size());
  }

  private void add(String text, int category) {
    if (analyzer.isPresent()) {
      analyze(text, category, analyzer.get());
    } else {
      firstTexts.add(text, category);
      if (firstTexts.areEnough()) {
        chooseAnalyzer();
      }
    }
  }

  /** The first texts to train on decide it; they are analysed when it is known. */
  private void chooseAnalyzer() {
    if (analyzer.isEmpty()) {
      FirstTexts.Choice choice = firstTexts.choose();
      TextAnalyzer chosen = new TextAnalyzer(choice.analysis());
      analyzer = Optional.of(chosen);
      remark = choice.remark();
      firstTexts.drain((text, category) -> analyze(text, category, chosen));
    }
  }

  private void analyze(String text, int category, TextAnalyzer by) {
    count = 0;
    by.analyze(text, (buffer, length) -> numbers[count++] = table.number(buffer, length));
    columns.add(numbers, count, category, Split.groupKey(text));
  }
}
