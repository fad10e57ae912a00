/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.docket.cli.solr.index.IndexTool.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes the mistakes of docs/mistakes.md that are of {@code index}. */
class IndexMistakesTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `\\./docket (index.*?)` \\| (\\d) \\| `(.*)` \\|$");

  static List<List<String>> mistakes() throws IOException {
    return ROW.matcher(Files.readString(Path.of("../docs/mistakes.md")))
        .results()
        .map(row -> List.of(row.group(1), row.group(2), row.group(3)))
        .toList();
  }

  @Test
  void thePageHasMistakes() throws IOException {
    assertThat(mistakes()).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachIsMetAsThePageShows(List<String> mistake) {
    Ran ran = IndexTool.run(mistake.get(0).split(" "));
    assertThat(ran.err().stripTrailing()).isEqualTo(mistake.get(2));
    assertThat(ran.code()).isEqualTo(Integer.parseInt(mistake.get(1)));
  }
}
