/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextStoreTest {

  @TempDir Path folder;

  @Test
  void fewTextsStayInMemory() {
    try (TextStore store = new TextStore(Path.of("/proc/nowhere"))) {
      assertThat(store.add("first")).isZero();
      assertThat(store.add("")).isEqualTo(1);
      assertThat(store.get(0)).isEqualTo("first");
      assertThat(store.get(1)).isEmpty();
      assertThat(store.isOnDisk()).isFalse();
    }
  }

  @Test
  void manyTextsAreReadBackFromAFileThatIsGoneAfterwards() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    try (TextStore store = new TextStore(folder, 500)) {
      for (int i = 0; i < 200; i++) {
        texts.add(i + " é贷\uD83C\uDFE0\n".repeat(random.nextInt(30)));
        store.add(texts.get(i));
        int any = random.nextInt(texts.size());
        assertThat(store.get(any)).isEqualTo(texts.get(any));
      }
      assertThat(store.isOnDisk()).isTrue();
      for (int i = 0; i < texts.size(); i++) {
        assertThat(store.get(i)).isEqualTo(texts.get(i));
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatTakesNoFileIsToldInALine() {
    try (TextStore store = new TextStore(folder.resolve("nowhere"), 3)) {
      assertThatThrownBy(() -> store.add("more than three"))
          .isInstanceOf(DocketException.class)
          .hasMessageContaining("texts cannot be kept in a file in " + folder.resolve("nowhere"));
    }
  }
}
