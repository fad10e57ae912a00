/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.documents.CursorWalk;
import org.docket.cli.solr.documents.TagLabel;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir Path folder;

  @Test
  void aWalkGoesOnWhereItWas() throws IOException {
    Journal journal = Journal.of(folder.resolve("j"), "http://solr/c", scope("narrative:a", "1"));
    assertThat(journal.cursor()).isEqualTo(CursorWalk.START);

    journal.note("AoE");

    assertThat(journal.cursor()).isEqualTo("AoE");
    journal.delete();
    assertThat(journal.cursor()).isEqualTo(CursorWalk.START);
  }

  @Test
  void theJournalOfAnotherWalkIsRefused() throws IOException {
    Path file = folder.resolve("j");
    Journal.of(file, "http://solr/c", scope("narrative:a", "1")).note("AoE");

    assertThatThrownBy(() -> Journal.of(file, "http://solr/c", scope("x:b", "1")).cursor())
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("is of another walk: its query is narrative:a, not x:b");
    assertThatThrownBy(() -> Journal.of(file, "http://solr/c", scope("narrative:a", "2")).cursor())
        .hasMessageContaining("its model is 1, not 2");
  }

  @Test
  void whatIsNoJournalIsNotOverwritten() throws IOException {
    for (String content : List.of("my notes", "{}", "{\"cursor\":1}", "[", "")) {
      Path file = Files.writeString(folder.resolve("notes"), content);

      assertThatThrownBy(() -> Journal.of(file, "c", scope("*:*", "1")).requireOwn())
          .as(content)
          .isInstanceOf(DocketException.class)
          .hasMessageContaining("is no journal of retag");
      assertThat(file).hasContent(content);
    }
  }

  @Test
  void aMatrixCountsChanges() {
    Matrix matrix = new Matrix();
    TagLabel none = new TagLabel(Optional.empty(), Optional.of("abstained"));
    TagLabel card = new TagLabel(Optional.of("Card"), Optional.empty());
    matrix.add(card, card);
    matrix.add(none, card);
    matrix.add(none, card);

    assertThat(matrix.documents()).isEqualTo(3);
    assertThat(matrix.changed()).isEqualTo(2);
    assertThat(matrix.changes()).containsExactly(new Matrix.Cell(none, card, 2));
    assertThat(matrix.labels()).containsExactly(card, none);
    assertThat(none.text()).isEqualTo("no tag (abstained)");
  }

  private static Scope scope(String query, String sha256) {
    CollectionInfo info =
        new CollectionInfo(
            "id",
            List.of("text"),
            Map.of("category", "c", "source", "s"),
            List.of(),
            new CollectionInfo.Model("m", sha256, "m 0", "m"),
            Optional.empty(),
            Optional.empty());
    return new Scope(info, Optional.of(query), true, false);
  }
}
