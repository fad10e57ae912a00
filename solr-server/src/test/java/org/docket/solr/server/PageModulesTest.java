/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  /** What a module needs before it can run, and what that needs. */
  private static void needed(String module, Set<String> found) throws IOException {
    if (!found.add(module)) {
      return;
    }
    String text = Files.readString(PAGE.resolve("js").resolve(module));
    for (String other : all("(?m)(?:^import|from) '\\./([^']+)'", text)) {
      needed(other, found);
    }
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }

  @Test
  void allThatTheSearchNeedsIsLoadedAtOnceAndNothingElse() throws IOException {
    String index = Files.readString(PAGE.resolve("index.html"));
    Set<String> needed = new TreeSet<>();
    needed("app.js", needed);

    assertThat(all("(?:modulepreload\" href|module\" src)=\"js/([^\"]+)\"", index))
        .containsExactlyInAnyOrderElementsOf(needed);
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
