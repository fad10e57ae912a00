/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.docket.corpus.LabelledText;
import org.docket.corpus.Split;
import org.docket.error.DocketException;
import org.docket.text.TextAnalyzer;
import org.docket.training.config.TextConfig;
import org.docket.vocabulary.Vocabulary;

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
    chooseAnalyzer();
    BitSet validation = new BitSet();
    validation.set(training, columns.size());
    return build(validation);
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
    chooseAnalyzer();
    BitSet validation =
        Split.validation(columns.groupKeys(training), columns.categories(training), share, seed);
    return validation.isEmpty() ? Optional.empty() : Optional.of(build(validation));
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

  private EncodedCorpus build(BitSet validation) {
    columns.freeze();
    Map<String, Long> documents = new TreeMap<>();
    List<String> names = List.copyOf(categories.keySet());
    for (int text = 0; text < columns.size(); text++) {
      if (!validation.get(text)) {
        table.count(columns.tokens(text));
        if (columns.category(text) != EncodedTexts.NO_LABEL) {
          documents.merge(names.get(columns.category(text)), 1L, Long::sum);
        }
      }
    }
    List<String> sorted = List.copyOf(documents.keySet());
    if (sorted.size() < 2) {
      throw new DocketException(
          "training needs at least two categories, but the data has " + sorted);
    }
    Vocabulary vocabulary = table.vocabulary(config.maxVocabulary(), config.minDocuments());
    int[] ids = table.ids(vocabulary);
    int[] labels = names.stream().mapToInt(sorted::indexOf).toArray();
    requireKnownCategories(validation, labels, names);
    requireLabelled(sorted);
    BitSet known = known(ids);
    BitSet trained = new BitSet();
    trained.set(0, columns.size());
    trained.andNot(validation);
    trained.and(known);
    int[] softCategories = sorted.stream().mapToInt(softLabels.categories()::indexOf).toArray();
    EncodedTexts texts = texts(trained, ids, labels, softCategories);
    requireAllCategories(sorted, texts);
    BitSet validated = (BitSet) validation.clone();
    validated.and(known);
    if (validated.isEmpty()) {
      throw new DocketException(
          "no text of the validation data has a word that the training data has");
    }
    List<String> unanswerable = new ArrayList<>();
    validation.stream()
        .filter(text -> !known.get(text))
        .forEach(text -> unanswerable.add(names.get(columns.category(text))));
    EncodedCorpus corpus =
        new EncodedCorpus(
            columns,
            analyzer.orElseThrow().spec(),
            remark,
            vocabulary,
            sorted,
            texts,
            texts(validated, ids, labels, softCategories),
            unanswerable,
            documents);
    handedOver = true;
    return corpus;
  }

  /** A text without a known token never reaches the network: it is answered with the priors. */
  private BitSet known(int[] ids) {
    BitSet known = new BitSet();
    for (int text = 0; text < columns.size(); text++) {
      for (int number : columns.tokens(text)) {
        if (ids[number] != Vocabulary.UNKNOWN) {
          known.set(text);
          break;
        }
      }
    }
    return known;
  }

  private EncodedTexts texts(BitSet chosen, int[] ids, int[] labels, int[] softCategories) {
    int[] texts = chosen.stream().toArray();
    int[] chosenLabels = IntStream.of(texts).map(text -> label(text, labels)).toArray();
    return new EncodedTexts(columns, ids, texts, chosenLabels, softLabels, softCategories);
  }

  private int label(int text, int[] labels) {
    int category = columns.category(text);
    return category == EncodedTexts.NO_LABEL ? EncodedTexts.NO_LABEL : labels[category];
  }

  private void requireLabelled(List<String> labelled) {
    for (String category : softLabels.categories()) {
      if (!labelled.contains(category)) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "the soft labels have the category \"%s\", which no text to train on is labelled with;"
                    + " the labels are %s",
                category,
                labelled));
      }
    }
  }

  private void requireKnownCategories(BitSet validation, int[] labels, List<String> names) {
    validation.stream()
        .map(columns::category)
        .filter(category -> labels[category] < 0)
        .findFirst()
        .ifPresent(
            category -> {
              throw new DocketException(
                  String.format(
                      Locale.ROOT,
                      "the validation data has the category \"%s\", which the training data does not have",
                      names.get(category)));
            });
  }

  private static void requireAllCategories(List<String> categories, EncodedTexts texts) {
    int[] counts = texts.labelCounts(categories.size());
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "no text of the category \"%s\" has a word that occurs often enough; give more texts,"
                    + " or lower vocabulary.minDocuments",
                categories.get(i)));
      }
    }
  }
}
