/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.docket.corpus.Split;
import org.docket.error.DocketException;
import org.docket.error.NearestName;
import org.docket.io.Sha256;
import org.docket.text.AnalysisSpec;
import org.docket.training.config.TextConfig;
import org.docket.vocabulary.Vocabulary;

/**
 * Texts that were analysed once, of which many corpora are made: the folds of a cross-validation,
 * the parts of a learning curve, the trials of a search. Each has the vocabulary and the categories
 * of its own training part. Texts go by their numbers, in the order in which they were added.
 *
 * <p>Only the choice of stop words ({@code text.stopWords = auto}) is one for all corpora: made by
 * the lengths of the first texts, it knows no label. For one thread; the corpora that were made of
 * it are safe for use by many, until it is closed.
 */
public final class AnalysedCorpus implements Closeable {

  private final TextConfig config;
  private final Texts texts;
  private final AnalysisSpec analysis;
  private final Optional<String> remark;

  /**
   * What all corpora share.
   *
   * @param columns of the texts, frozen
   * @param table of their tokens
   * @param names of the categories, in the order of appearance
   * @param softLabels a teacher's probabilities
   * @param reviewed those that people reviewed
   * @param training how many texts are to learn from; those behind are to validate on
   */
  record Texts(
      TextColumns columns,
      TokenTable table,
      List<String> names,
      SoftLabels softLabels,
      ReviewedTexts reviewed,
      int training) {}

  AnalysedCorpus(TextConfig config, Texts texts, AnalysisSpec analysis, Optional<String> remark) {
    this.config = config;
    this.texts = texts;
    this.analysis = analysis;
    this.remark = remark;
  }

  /**
   * The same texts, shorter, as if they had been analysed with a lower {@code text.maxTokens};
   * closing either closes both.
   *
   * @param maxTokens no more than these were analysed with
   */
  public AnalysedCorpus limitedTo(int maxTokens) {
    if (maxTokens > analysis.maxTokens()) {
      throw new IllegalArgumentException(
          "texts were cut after " + analysis.maxTokens() + " tokens, before " + maxTokens);
    }
    Texts limited =
        new Texts(
            texts.columns.limitedTo(maxTokens),
            texts.table,
            texts.names,
            texts.softLabels,
            texts.reviewed,
            texts.training);
    return new AnalysedCorpus(config, limited, analysis.withMaxTokens(maxTokens), remark);
  }

  /** How many texts there are. */
  public int size() {
    return texts.columns.size();
  }

  /** How many of them, the first ones, are to learn from. */
  public int training() {
    return texts.training;
  }

  /** The names of the categories, by number. */
  public List<String> categoryNames() {
    return texts.names;
  }

  /** The number of the category of each text to learn from; negative without a label. */
  public int[] categories() {
    return texts.columns.categories(texts.training);
  }

  /**
   * As {@link #categories}, and negative also for a text that a person reviewed, and for those that
   * begin like one: people review what a model doubts, which is no fair sample to measure on.
   */
  public int[] measurable() {
    return Split.measurable(
        texts.columns.groupKeys(texts.training), categories(), texts.reviewed.texts());
  }

  /** What texts that stay together have in common ({@link Split#groupKey}), of the first texts. */
  public long[] groupKeys(int count) {
    return texts.columns.groupKeys(count);
  }

  /** Whether a teacher has a say. */
  public boolean isTaught() {
    return !texts.softLabels.categories().isEmpty();
  }

  /** What a person should know of the analysis, if the texts themselves decided on it. */
  public Optional<String> remark() {
    return remark;
  }

  /** The texts that were added to validate on. */
  public BitSet validation() {
    BitSet validation = new BitSet(size());
    validation.set(texts.training, size());
    return validation;
  }

  /** The texts that are not among these. */
  public BitSet allBut(BitSet others) {
    BitSet rest = new BitSet(size());
    rest.set(0, size());
    rest.andNot(others);
    return rest;
  }

  /**
   * Chooses texts to validate on among all that were added to learn from.
   *
   * @return none, if there are too few
   */
  public BitSet split(double share, long seed) {
    return Split.validation(
        texts.columns.groupKeys(texts.training), categories(), texts.reviewed.texts(), share, seed);
  }

  /**
   * Chooses texts to validate on among some of those that were added to learn from.
   *
   * @param among the numbers of these
   * @return none, if there are too few
   */
  public BitSet split(BitSet among, double share, long seed) {
    int[] numbers = among.stream().toArray();
    long[] keys = IntStream.of(numbers).mapToLong(texts.columns::groupKey).toArray();
    int[] categories = IntStream.of(numbers).map(texts.columns::category).toArray();
    BitSet reviewed = new BitSet();
    IntStream.range(0, numbers.length)
        .filter(place -> texts.reviewed.has(numbers[place]))
        .forEach(reviewed::set);
    BitSet chosen = new BitSet(size());
    Split.validation(keys, categories, reviewed, share, seed).stream()
        .forEach(place -> chosen.set(numbers[place]));
    return chosen;
  }

  /**
   * Makes a corpus of some of the texts. It shares what this holds, and closing it frees nothing.
   *
   * @throws DocketException as {@link EncodedCorpusBuilder#build()}
   */
  public EncodedCorpus corpus(BitSet training, BitSet validation) {
    return corpus(training, validation, () -> {});
  }

  EncodedCorpus corpus(BitSet training, BitSet validation, Runnable free) {
    Map<String, Long> documents = count(training);
    List<String> categories = List.copyOf(documents.keySet());
    if (categories.size() < 2) {
      throw new DocketException(
          "training needs at least two categories, but the data has "
              + (categories.isEmpty() ? "none" : "one, \"" + categories.get(0) + '"')
              + ": is --label-column right?");
    }
    Vocabulary vocabulary = texts.table.vocabulary(config.maxVocabulary(), config.minDocuments());
    Encoding encoding = new Encoding(vocabulary, categories);
    encoding.requireKnownCategories(validation, categories);
    requireLabelled(categories);
    EncodedTexts trained = encoding.texts(encoding.known(training));
    requireAllCategories(categories, trained);
    BitSet validated = encoding.known(validation);
    if (validated.isEmpty()) {
      throw new DocketException(
          "no text of the validation data has a word that the training data has");
    }
    List<String> unanswerable = new ArrayList<>();
    validation.stream()
        .filter(text -> !validated.get(text))
        .forEach(text -> unanswerable.add(texts.names.get(texts.columns.category(text))));
    return new EncodedCorpus(
        free,
        analysis,
        remark,
        vocabulary,
        categories,
        trained,
        encoding.texts(validated),
        unanswerable,
        documents);
  }

  /**
   * Texts that a corpus does not have, as its vocabulary has them: also those without a known
   * token.
   *
   * @throws DocketException if one has a category that the corpus does not have
   */
  public EncodedTexts held(BitSet documents, EncodedCorpus corpus) {
    Encoding encoding = new Encoding(corpus.vocabulary(), corpus.categories());
    encoding.requireKnownCategories(documents, corpus.categories());
    return encoding.texts(documents);
  }

  /** A hash of all that corpora are made of: analysis, tokens, labels, groups, probabilities. */
  public String fingerprint() {
    MessageDigest digest = Sha256.digest();
    update(digest, config + "\n" + analysis + "\n" + texts.names + "\n" + texts.training + "\n");
    for (String token : texts.table.tokens()) {
      update(digest, token + "\n");
    }
    for (int text = 0; text < size(); text++) {
      int[] numbers = texts.columns.tokens(text);
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + Integer.BYTES * (numbers.length + 2));
      bytes.putLong(texts.columns.groupKey(text)).putInt(texts.columns.category(text));
      bytes.putInt(numbers.length).asIntBuffer().put(numbers);
      digest.update(bytes.array());
      update(digest, texts.softLabels.toString(text));
      update(digest, texts.reviewed.has(text) ? "reviewed " + texts.reviewed.weight() : "");
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Frees what it holds; a temporary file is gone afterwards. */
  @Override
  public void close() {
    texts.columns.close();
  }

  /** Counts tokens for the vocabulary, and the labelled documents of each category. */
  private Map<String, Long> count(BitSet training) {
    Map<String, Long> documents = new TreeMap<>();
    texts.table.restart();
    training.stream()
        .forEach(
            text -> {
              texts.table.count(texts.columns.tokens(text));
              int category = texts.columns.category(text);
              if (category != EncodedTexts.NO_LABEL) {
                documents.merge(texts.names.get(category), 1L, Long::sum);
              }
            });
    return documents;
  }

  private void requireLabelled(List<String> labelled) {
    for (String category : texts.softLabels.categories()) {
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

  /** Tokens as a vocabulary numbers them, and categories as a corpus does. */
  private final class Encoding {

    private final int[] ids;
    private final int[] labels;
    private final int[] softCategories;

    Encoding(Vocabulary vocabulary, List<String> categories) {
      this.ids = texts.table.ids(vocabulary);
      this.labels = texts.names.stream().mapToInt(categories::indexOf).toArray();
      this.softCategories =
          categories.stream().mapToInt(texts.softLabels.categories()::indexOf).toArray();
    }

    /** A text without a known token never reaches the network: it is answered with the priors. */
    BitSet known(BitSet among) {
      BitSet known = new BitSet();
      among.stream()
          .filter(
              text ->
                  IntStream.of(texts.columns.tokens(text))
                      .anyMatch(number -> ids[number] != Vocabulary.UNKNOWN))
          .forEach(known::set);
      return known;
    }

    EncodedTexts texts(BitSet chosen) {
      int[] numbers = chosen.stream().toArray();
      int[] chosenLabels = IntStream.of(numbers).map(this::label).toArray();
      return new EncodedTexts(
          texts.columns,
          ids,
          numbers,
          chosenLabels,
          texts.softLabels,
          softCategories,
          texts.reviewed);
    }

    private int label(int text) {
      int category = texts.columns.category(text);
      return category == EncodedTexts.NO_LABEL ? EncodedTexts.NO_LABEL : labels[category];
    }

    void requireKnownCategories(BitSet documents, List<String> categories) {
      documents.stream()
          .map(texts.columns::category)
          .filter(category -> labels[category] < 0)
          .findFirst()
          .ifPresent(
              category -> {
                throw new DocketException(
                    String.format(
                        Locale.ROOT,
                        "the validation data has the category \"%s\", which the training data does not"
                            + " have%s",
                        texts.names.get(category),
                        NearestName.hint(texts.names.get(category), categories)));
              });
    }
  }
}
