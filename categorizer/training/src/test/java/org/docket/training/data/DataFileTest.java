/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {

  @TempDir Path folder;

  /** The hash is the example of FIPS 180-2. */
  @Test
  void isKnownByItsNameWithoutFolderAndItsHash() throws Exception {
    Path file = Files.writeString(folder.resolve("texts.csv"), "abc");

    assertThat(DataFile.of(file))
        .isEqualTo(
            new DataFile(
                "texts.csv", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }
}
