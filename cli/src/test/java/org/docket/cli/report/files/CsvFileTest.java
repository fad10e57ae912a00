/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

  @TempDir Path folder;

  @Test
  void numbersAreTheSameOnEveryMachineAndTextsAsTheyAre() throws IOException {
    Locale machine = Locale.getDefault();
    Path file = folder.resolve("a.csv");
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      try (CsvFile csv = new CsvFile(file, "a", "b", "c")) {
        csv.row(1.5, 1_000_000L, "=cmd|' /C calc'!A0");
        csv.row(0.0, 1, "a \"b\",\n\uD800");
      }
    } finally {
      Locale.setDefault(machine);
    }
    assertThat(Files.readString(file))
        .isEqualTo("a,b,c\n1.500000,1000000,=cmd|' /C calc'!A0\n0.000000,1,\"a \"\"b\"\",\n?\"\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsTold() {
    assertThatThrownBy(
            () -> {
              try (CsvFile csv = new CsvFile(Path.of("/dev/full"), "a")) {
                for (int i = 0; i < 1_000_000; i++) {
                  csv.row("text");
                }
              }
            })
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("full of the report cannot be written: No space left on device");
    assertThatThrownBy(() -> new CsvFile(Path.of("/dev/full"), "a").close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left on device");
  }
}
