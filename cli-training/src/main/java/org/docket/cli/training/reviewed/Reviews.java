/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.reviewed;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.docket.cli.Progress;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.corpus.LabelledText;
import org.docket.corpus.NoDocuments;
import org.docket.corpus.Split;
import org.docket.corpus.reviewed.Review;
import org.docket.corpus.reviewed.ReviewedDocument;
import org.docket.corpus.reviewed.ReviewedDocuments;
import org.docket.corpus.rows.Row;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;
import org.docket.training.data.DataFile;
import org.docket.training.data.ReviewedData;

/**
 * What people reviewed. The files are read before all others, so that their word replaces other
 * labels, and again for their texts, of which no more than one is held. For one training and one
 * thread.
 */
public final class Reviews {

  private final CorpusOptions options;
  private final List<Path> files;
  private final double weight;
  private final Optional<String> idColumn;
  private final ReviewedDocuments documents = new ReviewedDocuments();
  private final ReviewCounts counts = new ReviewCounts();
  private final ReviewTimes times = new ReviewTimes();

  /**
   * Reads nothing yet.
   *
   * @param options those that the other files are read with
   * @param idColumn the column of ids, if it is none of the known ones
   */
  public Reviews(CorpusOptions options, ReviewedMixin mixin, Optional<String> idColumn) {
    this.options =
        options.toBuilder()
            .orKnownColumns(true)
            .categoriesToo(true)
            .keepIfThere(ReviewColumns.names(idColumn))
            .build();
    this.files = mixin.files();
    this.weight = mixin.weight();
    this.idColumn = idColumn;
  }

  /** Nobody reviewed anything. */
  public static Reviews none() {
    return new Reviews(CorpusOptions.defaults(), new ReviewedMixin(), Optional.empty());
  }

  /** Whether anybody reviewed anything. */
  public boolean given() {
    return !files.isEmpty();
  }

  /** Where it stands. */
  public List<Path> files() {
    return files;
  }

  /** How much a reviewed text counts, where any other counts 1. */
  public double weight() {
    return weight;
  }

  /** The same options, with what documents are known by, if anybody reviewed anything. */
  public CorpusOptions addTo(CorpusOptions of) {
    return given() ? of.toBuilder().keepIfThere(ReviewColumns.names(idColumn)).build() : of;
  }

  /**
   * Reads what people decided, and hides what is to be validated on.
   *
   * @param reader of all files of the training
   * @param validation may be empty
   */
  public void read(CorpusReader reader, List<Path> validation) {
    if (!given()) {
      return;
    }
    CorpusCounts read = CorpusCounts.NONE;
    try (Progress progress = Progress.ofFiles("reviewed", "documents", files)) {
      for (Path file : files) {
        ReviewColumns columns =
            new ReviewColumns(
                idColumn,
                (document, id, at) -> {
                  documents.add(
                      new Review(document.category(), document.text(), id, times.read(at)));
                  progress.step(1);
                });
        read = read.plus(reader.read(progress.input(file), options, columns));
      }
    }
    if (read.documents() == 0) {
      throw NoDocuments.in(files, "labelled document", read, options);
    }
    hide(validation);
  }

  private void hide(List<Path> validation) {
    Set<Long> groups = new HashSet<>();
    CorpusOptions quiet = quiet().toBuilder().orKnownColumns(false).categoriesToo(false).build();
    try (CorpusReader reader = new CorpusReader(quiet);
        Progress progress = Progress.ofFiles("comparing", "documents", validation)) {
      for (Path file : validation) {
        reader.read(
            progress.input(file),
            new ReviewColumns(
                idColumn,
                (document, id, at) -> {
                  groups.add(Split.groupKey(document.text()));
                  documents
                      .hide(document.text(), id)
                      .ifPresent(same -> counts.validated(document.category(), same.category()));
                  progress.step(1);
                }));
      }
    }
    documents.hideGroups(groups);
  }

  /** Finds the reviews of the documents of a file. */
  public ReviewColumns columns() {
    return new ReviewColumns(idColumn, (document, id, at) -> {});
  }

  /**
   * The reviewed document that a document to train on is, if it is one. It has its label then, or
   * is not learned from if it {@link ReviewedDocument#isHidden}.
   */
  public Optional<ReviewedDocument> find(LabelledText document, Row row, ReviewColumns columns) {
    if (!given()) {
      return Optional.empty();
    }
    Optional<ReviewedDocument> found = documents.find(document.text(), columns.id(row));
    if (found.isEmpty()) {
      counts.other(document.category());
    } else if (found.get().isHidden()) {
      counts.drop();
    } else {
      counts.replace(document.category(), found.get().category());
    }
    return found;
  }

  /** Reads the reviewed documents again that were not found in other files, to learn from them. */
  public void again(Consumer<LabelledText> consumer) {
    try (CorpusReader reader = new CorpusReader(quiet())) {
      again(reader, consumer);
    }
  }

  /**
   * As {@link #again(Consumer)}.
   *
   * @param reader that merges labels
   * @throws DocketException if a file has changed
   */
  public void again(CorpusReader reader, Consumer<LabelledText> consumer) {
    int[] number = {0};
    for (Path file : files) {
      reader.read(
          Input.of(file),
          quiet(),
          (document, row) -> learn(number[0]++, document.text(), file).ifPresent(consumer));
    }
  }

  private Optional<LabelledText> learn(int number, String text, Path file) {
    try {
      return documents
          .toLearn(number, text)
          .map(document -> new LabelledText(document.category(), text));
    } catch (IllegalStateException e) {
      throw new DocketException(file + " has changed since it was read", e);
    }
  }

  /** What was done, in a line. */
  public String sum() {
    return counts.sum(documents, weight);
  }

  /**
   * Tells what a person should know; after all was read.
   *
   * @param split whether the validation part is split off
   */
  public void tell(boolean split, Consumer<String> notices) {
    if (given()) {
      times.remark().ifPresent(notices);
      counts.notices(documents, split).forEach(notices);
    }
  }

  /** For the provenance. */
  public ReviewedData data(List<DataFile> hashed) {
    long hidden = ReviewCounts.hidden(documents);
    return given()
        ? new ReviewedData(
            hashed,
            documents.documents().size() - hidden,
            counts.replaced(),
            counts.differed(),
            hidden,
            weight)
        : ReviewedData.NONE;
  }

  private CorpusOptions quiet() {
    return options.toBuilder().notices(notice -> {}).badRows(null).build();
  }
}
