/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.corpus.CorpusOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldTextsTest {

  private static final CorpusOptions OPTIONS = CorpusOptions.builder().labelled(false).build();

  @TempDir Path folder;

  private List<Path> files;

  @BeforeEach
  void writeFiles() throws IOException {
    files =
        List.of(
            Files.writeString(folder.resolve("a.csv"), "text\nfirst\n \nsecond\n"),
            Files.writeString(folder.resolve("b.csv"), "text\nthird\nx\n"));
  }

  @Test
  void holdsTheTextsOfAllFiles() {
    HeldTexts held = new HeldTexts(17);
    assertThat(held.read(files, OPTIONS)).containsExactly("first", "second", "third", "x");
    assertThat(held.remark()).isEmpty();
  }

  @Test
  void saysHowManyHadRoom() {
    HeldTexts held = new HeldTexts(11);
    assertThat(held.read(files, OPTIONS)).containsExactly("first", "second");
    assertThat(held.remark().orElseThrow()).contains("the first 2 of 4 documents");
  }

  @Test
  void holdsOneTextWhateverItsLength() {
    HeldTexts held = new HeldTexts(1);
    assertThat(held.read(files, OPTIONS)).containsExactly("first");
    assertThat(held.remark().orElseThrow()).contains("the first 1 of 4 documents");
  }
}
