/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docket.corpus.CorpusFormat;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelledText;
import org.docket.corpus.rows.Row;
import org.docket.corpus.soft.JoinKey;
import org.docket.corpus.soft.ProbabilityColumns;
import org.docket.corpus.soft.SoftLabels;
import org.docket.corpus.soft.TextHash;
import org.docket.error.DocketException;
import org.docket.error.NearestName;

/**
 * Finds the probabilities of documents: in columns of their files, or in a file of soft labels. For
 * one training and one thread.
 */
final class Probabilities {

  private final CorpusOptions options;
  private final List<Path> training;
  private final Optional<Path> file;
  private final Optional<SoftLabels> labels;
  private final String idColumn;
  private final List<String> categories;

  /** Where the categories were read. */
  private final String source;

  private final SortedMap<String, Long> labelled = new TreeMap<>();
  private long soft;
  private long unlabelled;
  private long without;

  private Probabilities(
      CorpusOptions options, List<Path> training, SoftLabelMixin mixin, Optional<Path> columns) {
    this.options = options;
    this.training = training;
    this.file = mixin.softLabels();
    this.idColumn = mixin.idColumn();
    this.labels = file.map(path -> SoftLabels.read(path, options.onBadRow(), options.notices()));
    this.source = file.or(() -> columns).map(Path::toString).orElse("");
    this.categories =
        labels
            .map(SoftLabels::categories)
            .or(() -> columns.map(path -> ProbabilityColumns.categories(path, options)))
            .orElse(List.of());
  }

  /**
   * Looks what there is, before texts are read.
   *
   * @param options of the documents to train on
   * @throws DocketException if the file of soft labels cannot be read, or cannot be joined
   */
  static Probabilities of(CorpusOptions options, List<Path> training, SoftLabelMixin mixin) {
    CorpusOptions texts = unlabelled(options);
    Optional<Path> columns =
        Stream.concat(
                training.stream().filter(path -> has(path, options)),
                mixin.unlabelled().stream().filter(path -> has(path, texts)))
            .findFirst();
    if (columns.isPresent() && mixin.softLabels().isPresent()) {
      throw new DocketException(
          columns.get()
              + " has columns of probabilities itself, and --soft-labels gives others: leave out one"
              + " of them");
    }
    if (columns.isPresent() && mixin.teacher()) {
      throw new DocketException(
          columns.get()
              + " has columns of probabilities itself, and --teacher makes others: leave it out, or"
              + " rename the columns");
    }
    Probabilities found = new Probabilities(options, training, mixin, columns);
    boolean any = !found.categories.isEmpty();
    if (!any && !mixin.teacher() && !mixin.unlabelled().isEmpty()) {
      throw new DocketException(
          "--unlabelled gives texts to learn from by their probabilities: add --soft-labels FILE"
              + " that has them, or --teacher, which makes them");
    }
    if (found.isBy(JoinKey.ROW) && !mixin.unlabelled().isEmpty()) {
      throw new DocketException(
          found.source
              + " is joined by the number of the row in --input, which the texts of --unlabelled do"
              + " not have: join it by text_hash or id");
    }
    return found;
  }

  private static boolean has(Path path, CorpusOptions options) {
    return !ProbabilityColumns.categories(path, options).isEmpty();
  }

  /** How texts without labels are read: as classify reads them. */
  static CorpusOptions unlabelled(CorpusOptions options) {
    return options.toBuilder().labelled(false).plainFormat(CorpusFormat.LINES).build();
  }

  /** The categories, in the order of the probabilities; none if there are no probabilities. */
  List<String> categories() {
    return categories;
  }

  /** The same options, with the columns that are needed. */
  CorpusOptions addTo(CorpusOptions of) {
    List<String> keep = isBy(JoinKey.ID) ? List.of(idColumn) : List.of();
    return of.toBuilder().probabilities(labels.isEmpty()).keep(keep).build();
  }

  /** The columns of a file: the probabilities in them come in the order of the categories. */
  ProbabilityColumns columns(List<String> kept, Path of) {
    ProbabilityColumns columns = ProbabilityColumns.of(kept, of.toString());
    return columns.categories().isEmpty() ? columns : columns.inOrder(categories, source);
  }

  /**
   * The probabilities of a document.
   *
   * @param row that it stands in
   * @param before how many rows the files before had
   */
  Optional<float[]> of(LabelledText document, Row row, long before, ProbabilityColumns columns) {
    Optional<float[]> found =
        labels.isPresent()
            ? labels.get().find(key(document, row, before))
            : Optional.of(row)
                .filter(any -> !columns.categories().isEmpty())
                .flatMap(columns::read);
    count(document, found.isPresent());
    return found;
  }

  /** A document whose probabilities do not count, for a person reviewed it. */
  void passOver(LabelledText document, Row row, long before) {
    labels.ifPresent(file -> file.find(key(document, row, before)));
  }

  /** A document that a person put into a category. */
  void reviewed(String category) {
    if (categories.contains(category)) {
      labelled.merge(category, 1L, Long::sum);
    }
  }

  private String key(LabelledText document, Row row, long before) {
    return switch (labels.orElseThrow().key()) {
      case TEXT_HASH -> TextHash.of(document.text());
      case ID -> row.kept().get(0);
      case ROW -> Long.toString(before + row.number());
    };
  }

  private void count(LabelledText document, boolean found) {
    if (!document.category().isEmpty()) {
      labelled.merge(document.category(), 1L, Long::sum);
      soft += found ? 1 : 0;
    } else if (found) {
      unlabelled++;
    } else {
      without++;
    }
  }

  /** How many labelled documents have probabilities too. */
  long softLabelled() {
    return soft;
  }

  /** How many documents have probabilities alone. */
  long unlabelled() {
    return unlabelled;
  }

  /**
   * All documents to train on were read: checks that probabilities were found, and are of the same
   * categories as the labels.
   *
   * @return what a person should know
   * @throws DocketException if not
   */
  List<String> finish() {
    List<String> lines = new ArrayList<>();
    if (categories.isEmpty()) {
      return lines;
    }
    labels.ifPresent(this::requireMatches);
    requireSameCategories();
    long documents = labelled.values().stream().mapToLong(Long::longValue).sum();
    if (documents > 0) {
      lines.add(
          String.format(
              Locale.ROOT, "soft labels beside the label: %,d of %,d documents", soft, documents));
    }
    if (unlabelled + without > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "soft labels alone: %,d texts without a label%s",
              unlabelled,
              without == 0
                  ? ""
                  : String.format(Locale.ROOT, "; left out for they have neither: %,d", without)));
    }
    labels.ifPresent(file -> lines.addAll(unmatched(file)));
    return lines;
  }

  private List<String> unmatched(SoftLabels file) {
    int rest = file.size() - file.matched();
    if (rest > file.matched()) {
      options
          .notices()
          .accept(
              String.format(
                  Locale.ROOT,
                  "%s: most of its soft labels, %,d of %,d, are of no text to train on, joined by %s:"
                      + " is it of these files?",
                  source,
                  rest,
                  file.size(),
                  file.key().column()));
    }
    return rest == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%s: %,d of its %,d soft labels are of no text to train on",
                source,
                rest,
                file.size()));
  }

  private void requireMatches(SoftLabels file) {
    if (file.matched() == 0) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "none of the %,d soft labels of %s is of a text of %s: it is joined by %s",
              file.size(),
              source,
              training.stream().map(Path::toString).collect(Collectors.joining(", ")),
              switch (file.key()) {
                case TEXT_HASH ->
                    "text_hash, the first 16 digits of the SHA-256 of the text as it stands in its"
                        + " cell";
                case ID -> "id, which the column " + idColumn + " has (--id-column)";
                case ROW -> "row, the number of the row, from 1";
              }));
    }
  }

  private void requireSameCategories() {
    if (labelled.isEmpty()) {
      throw new DocketException(
          "no document to train on has a label: beside probabilities some are needed, of each"
              + " category, for its share and to validate on");
    }
    for (String category : categories) {
      if (!labelled.containsKey(category)) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "%s has probabilities of \"%s\", which no document to train on is labelled with%s; the"
                    + " labels are: %s",
                source,
                category,
                NearestName.hint(category, labelled.keySet()),
                String.join(", ", labelled.keySet())));
      }
    }
    labelled.forEach(
        (category, documents) -> {
          if (!categories.contains(category)) {
            throw new DocketException(
                String.format(
                    Locale.ROOT,
                    "%s has no probabilities of \"%s\", the label of %,d of the documents; it"
                        + " has those of: %s%s",
                    source,
                    category,
                    documents,
                    String.join(", ", categories),
                    NearestName.hint(category, categories)));
          }
        });
  }

  private boolean isBy(JoinKey key) {
    return labels.map(SoftLabels::key).filter(key::equals).isPresent();
  }
}
