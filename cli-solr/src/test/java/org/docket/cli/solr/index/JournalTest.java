/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;
import org.docket.error.DocketException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done stays known, whatever ends the process. */
class JournalTest {

  private static final Range FIRST = new Range(0, 10, 7, 9, 1, 0, 0, "a");
  private static final Range THIRD = new Range(20, 30, 8, 8, 0, 2, 120, "c");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("journal");
  }

  @Test
  void whatWasDoneIsReadInTheOrderOfTheRows() throws IOException {
    try (Journal journal = open("t", false)) {
      journal.done(THIRD);
      journal.done(FIRST);
    }
    try (Journal journal = open("t", true)) {
      assertThat(journal.ranges()).containsExactly(FIRST, THIRD);
    }
    assertThat(Journal.left(file)).isEqualTo(20);
  }

  @Test
  void aLineThatIsCutCountsForNothingAndIsWrittenOver() throws IOException {
    try (Journal journal = open("t", false)) {
      journal.done(FIRST);
    }
    Files.writeString(file, "{\"from\":20,\"to\":3", StandardOpenOption.APPEND);
    try (Journal journal = open("t", true)) {
      assertThat(journal.ranges()).containsExactly(FIRST);
      journal.done(THIRD);
    }
    try (Journal journal = open("t", true)) {
      assertThat(journal.ranges()).containsExactly(FIRST, THIRD);
      assertThat(journal.aside()).isEqualTo(120);
    }
  }

  @Test
  void otherWorkIsRefused() throws IOException {
    try (Journal journal = open("t", false)) {
      journal.done(FIRST);
    }
    assertThatThrownBy(() -> open("other", true))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("is of other work: a collection (t)");
    Journal.Heading changed =
        new Journal.Heading("t", "how", List.of(new Inputs.Mark("in.csv", 8, "abc")));
    assertThatThrownBy(() -> Journal.open(file, changed, true))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("an input, or one that has changed");
    assertThat(Journal.left(file)).isEqualTo(10);
  }

  @Test
  void twoRunsCannotWriteTheSame() throws IOException {
    try (Journal journal = open("t", false)) {
      journal.done(FIRST);
      assertThatThrownBy(() -> open("t", false))
          .isInstanceOf(DocketException.class)
          .hasMessageContaining("another docket index is at work");
    }
    assertThat(Journal.left(file)).isEqualTo(10);
  }

  @Test
  void itGoesWhenAllIsDoneOrNothingIs() throws IOException {
    try (Journal journal = open("t", false)) {
      journal.done(FIRST);
      journal.finish();
    }
    assertThat(file).doesNotExist();
    open("t", false).close();
    assertThat(file).doesNotExist();
  }

  @Test
  void rowsThatAreOthersThanThenAreRefused() {
    CRC32C check = new CRC32C();
    Checks.add(check, "x");
    Checks.add(check, "y");
    Range range = new Range(5, 7, (int) check.getValue(), 2, 0, 0, 0, "y");
    Resumed resumed = new Resumed(List.of(range));
    assertThat(resumed.covers(4)).isFalse();
    assertThat(resumed.covers(5)).isTrue();
    resumed.pass(5, "x");
    assertThatThrownBy(() -> resumed.pass(6, "z"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("the input has changed");
    Resumed same = new Resumed(List.of(range));
    same.pass(5, "x");
    same.pass(6, "y");
    assertThat(same.covers(7)).isFalse();
  }

  private Journal open(String target, boolean resume) {
    return Journal.open(
        file,
        new Journal.Heading(target, "how", List.of(new Inputs.Mark("in.csv", 7, "abc"))),
        resume);
  }
}
