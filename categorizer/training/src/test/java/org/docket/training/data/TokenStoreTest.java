/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenStoreTest {

  private static final int NUMBERS = 10_000;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"20000, 20000, false", "1024, 4096, true", "1024, 7, true", "9999, 5000, true"})
  void readsWhatWasAppended(int held, int segment, boolean onDisk) throws IOException {
    Random random = new Random(held);
    int[] numbers = random.ints(NUMBERS).toArray();
    try (TokenStore store = new TokenStore(folder, held, segment)) {
      for (int start = 0; start < NUMBERS; ) {
        int length = Math.min(NUMBERS - start, random.nextInt(300));
        store.append(Arrays.copyOfRange(numbers, start, start + 300), length);
        start += length;
      }
      store.freeze();

      assertThat(store.size()).isEqualTo(NUMBERS);
      assertThat(store.isOnDisk()).isEqualTo(onDisk);
      for (int i = 0; i < 500; i++) {
        int start = random.nextInt(NUMBERS);
        int end = start + random.nextInt(NUMBERS - start + 1);
        assertThat(store.read(start, end - start))
            .isEqualTo(Arrays.copyOfRange(numbers, start, end));
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  /** Written in pieces, as there are more numbers than fit the buffer. */
  @Test
  void readsWhatWasWrittenInPieces() {
    int[] numbers = new Random(1).ints(700_001).toArray();
    try (TokenStore store = new TokenStore(folder, 1 << 19, 1 << 18)) {
      store.append(numbers, numbers.length);
      store.freeze();

      assertThat(store.isOnDisk()).isTrue();
      assertThat(store.read(0, numbers.length)).isEqualTo(numbers);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theFileHasNoNameSoThatAKilledProcessLeavesNone() throws IOException {
    try (TokenStore store = new TokenStore(folder, 1024, 4096)) {
      store.append(new int[NUMBERS], NUMBERS);
      assertThat(store.isOnDisk()).isTrue();
      assertThat(folder).isEmptyDirectory();
      store.freeze();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing");
    try (TokenStore store = new TokenStore(missing, 4, 4)) {
      assertThatThrownBy(() -> store.append(new int[5000], 5000))
          .isInstanceOf(DocketException.class)
          .hasMessageContaining("cannot be kept in a file in " + missing);
    }
  }
}
