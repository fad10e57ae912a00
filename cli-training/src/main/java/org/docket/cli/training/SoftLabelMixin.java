/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.docket.cli.HelpGroup;
import org.docket.error.DocketException;
import picocli.CommandLine.Option;

/** The options of probabilities that are learned from beside labels, or in place of them. */
final class SoftLabelMixin implements HelpGroup {

  private static final String ID = "id";

  @Option(
      names = "--soft-labels",
      paramLabel = "FILE",
      description =
          "Also learn from probabilities: a table with a column such as p(Mortgage) for each"
              + " category, and one of text_hash, id or row to join it by (docs/teacher.md). The"
              + " input may also have such columns itself.")
  private Path softLabels;

  @Option(
      names = "--id-column",
      paramLabel = "C",
      description =
          "Column that soft labels are joined by which have ids (default: id), and reviewed"
              + " documents (default: complaint_id, id).")
  private String idColumn;

  @Option(
      names = "--unlabelled",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Texts without labels, as classify reads them, to learn from by their probabilities"
              + " alone: of --soft-labels, of columns of their own, or of --teacher.")
  private List<Path> unlabelled = List.of();

  @Option(
      names = "--teacher",
      description =
          "Make soft labels first, by a pretrained sentence encoder beside n-grams, and learn from"
              + " them too; they stay in MODEL.soft-labels.csv.gz. The first time downloads some"
              + " 70 MB.")
  private boolean teacher;

  /** Whether soft labels are to be made. */
  boolean teacher() {
    return teacher;
  }

  /** Whether probabilities were asked for in any way. */
  boolean given() {
    return teacher || softLabels != null || !unlabelled.isEmpty();
  }

  Optional<Path> softLabels() {
    return Optional.ofNullable(softLabels);
  }

  String idColumn() {
    return givenIdColumn().orElse(ID);
  }

  Optional<String> givenIdColumn() {
    return Optional.ofNullable(idColumn);
  }

  List<Path> unlabelled() {
    return unlabelled;
  }

  /**
   * Checks what does not go together.
   *
   * @param reviewed whether documents are looked for by their ids anyway
   * @throws DocketException that says what to do
   */
  void check(boolean reviewed) {
    if (teacher && softLabels != null) {
      throw new DocketException(
          "--teacher makes soft labels, and --soft-labels gives others: leave out one of them");
    }
    if (teacher) {
      Lessons.teacher();
    }
    if (idColumn != null && softLabels == null && !reviewed) {
      throw new DocketException(
          "--id-column joins the file of --soft-labels or of --reviewed, and none is given");
    }
  }

  @Override
  public String title() {
    return "Probabilities to learn from";
  }
}
