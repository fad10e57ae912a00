/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the page's own files, without a browser. */
class PageModulesTest {

  private static final Path PAGE = Path.of("src/main/page");

  private static List<Path> modules() throws IOException {
    try (Stream<Path> files = Files.list(PAGE.resolve("js"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void allModulesAreLoadedAtOnceAndNoneIsForgotten() throws IOException {
    String index = Files.readString(PAGE.resolve("index.html"));
    List<String> loaded =
        Pattern.compile("(?:modulepreload\" href|module\" src)=\"js/([^\"]+)\"")
            .matcher(index)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(loaded)
        .containsExactlyInAnyOrderElementsOf(
            modules().stream().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void nothingWritesMarkupOrRunsText() throws IOException {
    for (Path module : modules()) {
      assertThat(Files.readString(module))
          .as(module.toString())
          .startsWith("/* SPDX-License-Identifier: Apache-2.0 */")
          .doesNotContainPattern(
              "[iI]nnerHTML\\s*=|outerHTML\\s*=|insertAdjacentHTML|document\\.write|\\beval\\("
                  + "|new Function|dangerouslySet|\\sstyle=\"|https?://");
    }
  }
}
