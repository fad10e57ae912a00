/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docket.corpus.LabelMap;
import org.docket.error.DocketException;
import org.junit.jupiter.api.io.TempDir;

/** Label maps. */
class LabelMapFuzzTest {

  @TempDir static Path folder;

  @FuzzTest
  void file(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("labels.csv"), content);
    assertThat(categories(file, content)).isEqualTo(categories(file, content));
  }

  /** What the map makes of all that may be a label of it; or the error that it was refused with. */
  private static List<String> categories(Path file, byte[] content) {
    List<String> all = new ArrayList<>();
    try {
      LabelMap map = LabelMap.read(file);
      for (String label : new String(content, StandardCharsets.UTF_8).split("[\",\r\n]+")) {
        Optional<String> category = map.category(label.strip());
        category.ifPresent(name -> assertThat(name).isNotBlank());
        all.add(category.orElse(""));
      }
    } catch (DocketException e) {
      Answers.requireMessage(e);
      all.add(e.getMessage());
    }
    return all;
  }
}
