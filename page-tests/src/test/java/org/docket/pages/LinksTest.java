/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links within the repository lead somewhere, and pictures say what they show. */
class LinksTest {

  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]+`");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");
  private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)\\]\\(|<img\\b([^>]*)>");
  private static final Pattern ALT = Pattern.compile("alt=\"[^\"]{10,}\"");
  private static final long LARGEST_PICTURE = 250_000;

  static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>();
    for (String folder :
        List.of(
            "",
            "docs",
            "docs/experiments",
            "models",
            "conf/demo",
            "examples/pipeline",
            "examples/spark")) {
      try (Stream<Path> files = Files.list(Page.REPOSITORY.resolve(folder))) {
        files
            .map(file -> Page.REPOSITORY.relativize(file).toString())
            .filter(name -> name.endsWith(".md"))
            .sorted()
            .forEach(pages::add);
      }
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(String name) throws IOException {
    for (String link : links(name)) {
      if (link.matches("[a-z]+:.*")) {
        continue;
      }
      String[] parts = link.split("#", 2);
      Path page = Page.REPOSITORY.resolve(name);
      Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
      assertThat(target).as(name + " links to " + link).exists();
      if (parts.length == 2) {
        assertThat(anchors(target)).as(name + " links to " + link).contains(parts[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void picturesSayWhatTheyShowAndAreSmall(String name) throws IOException {
    String text = withoutCode(Page.REPOSITORY.resolve(name));
    for (MatchResult picture : PICTURE.matcher(text).results().toList()) {
      boolean markdown = picture.group(1) != null;
      assertThat(markdown ? "alt=\"" + picture.group(1) + "\"" : picture.group(2))
          .as(name + ": " + picture.group())
          .containsPattern(ALT);
    }
    for (String link : links(name)) {
      if (link.matches("(?!https?:).*\\.(png|svg|jpg|webp)")) {
        assertThat(Page.REPOSITORY.resolve(name).resolveSibling(link))
            .satisfies(file -> assertThat(Files.size(file)).isLessThan(LARGEST_PICTURE));
      }
    }
  }

  @Test
  void theReadmeLinksToEveryPage() throws IOException {
    List<String> links = links("README.md");
    try (Stream<Path> docs = Files.list(Page.REPOSITORY.resolve("docs"))) {
      assertThat(
              docs.map(file -> "docs/" + file.getFileName()).filter(name -> name.endsWith(".md")))
          .allSatisfy(page -> assertThat(links).contains(page));
    }
  }

  private static List<String> links(String name) throws IOException {
    return LINK.matcher(withoutCode(Page.REPOSITORY.resolve(name)))
        .results()
        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
        .toList();
  }

  private static String withoutCode(Path page) throws IOException {
    return CODE.matcher(Files.readString(page)).replaceAll("");
  }

  /** As GitHub makes them of headings. */
  private static List<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
