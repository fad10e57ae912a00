/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"training", "comparison", "hostile", "one-document"})
  void thePageHoldsTheDataAsItIs(String name) throws IOException {
    Map<?, ?> data = Fixtures.read(name);

    JsonNode held = MAPPER.readTree(only(DATA, page(data)));

    assertThat(held).isEqualTo(MAPPER.valueToTree(data));
  }

  @Test
  void textsAddNoMarkup() throws IOException {
    String plain = page(Fixtures.read("one-document"));
    String hostile = page(Fixtures.read("hostile"));

    for (String markup : List.of("<script", "</script", "<!--", "<img", "<h1", "<title")) {
      assertThat(count(markup, hostile)).as(markup).isEqualTo(count(markup, plain));
    }
  }

  @Test
  void halvesOfSurrogatePairsAndLineSeparatorsAreEscapedAndPairsAreNot() throws IOException {
    StringBuilder out = new StringBuilder();

    ScriptData.write("\"\ud800x\udfff \ud83d\ude00 \u2028 </script> & \ud83d\"", out);

    assertThat(out)
        .hasToString(
            "\"\\ud800x\\udfff \ud83d\ude00 \\u2028 \\u003c/script\\u003e \\u0026 \\ud83d\"");
  }

  @Test
  void aTitleIsText() throws IOException {
    Path file = folder.resolve("index.html");

    ReportPage.write("</title><b>&\u0000\ud800", Map.of("kind", "evaluation"), file);

    assertThat(file).content().contains("<title>&lt;/title&gt;&lt;b&gt;&amp; ?</title>");
  }

  @Test
  void thePolicyNamesEachScriptByItsHashAndNothingElse() throws IOException {
    String page = page(Fixtures.read("hostile"));
    String policy = only(Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\""), page);
    List<String> scripts = SCRIPT.matcher(page).results().map(script -> script.group(1)).toList();

    assertThat(scripts).hasSize(PageResources.scripts().size());
    assertThat(policy)
        .startsWith("default-src 'none'")
        .endsWith(ContentPolicy.of("", scripts).replaceAll("^.*script-src", "script-src"))
        .doesNotContain("unsafe", "http", "*");
  }

  @Test
  void noScriptEndsItsElementOrNamesASourceMap() throws IOException {
    for (String script : PageResources.scripts()) {
      assertThat(script).doesNotContain("</script", "<!--", "sourceMappingURL");
    }
  }

  @Test
  void everyScriptThatLiesThereIsInThePage() throws IOException {
    Path scripts = Path.of("src/main/resources/org/docket/cli/report/page");
    List<String> taken = PageResources.scripts();

    try (Stream<Path> files = Files.list(scripts)) {
      assertThat(files.filter(file -> file.toString().endsWith(".js")))
          .hasSizeGreaterThan(10)
          .allSatisfy(file -> assertThat(taken).contains(Files.readString(file)));
    }
  }

  @Test
  void thePageNamesTheLicencesOfTheLibrariesInIt() throws IOException {
    assertThat(page(Fixtures.read("one-document")))
        .contains("University of Washington Interactive Data Lab")
        .contains("Mike Bostock")
        .contains("Redistributions in binary form must reproduce");
  }

  @Test
  void dataThatCannotBeWrittenLeavesThePageOfBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("index.html"), "before");

    assertThatThrownBy(() -> ReportPage.write("t", Map.of("o", new Object()), file))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file).hasContent("before");
  }

  private String page(Map<?, ?> data) throws IOException {
    return Files.readString(Fixtures.page(folder, data), StandardCharsets.UTF_8);
  }

  private static String only(Pattern pattern, String page) {
    List<MatchResult> found = pattern.matcher(page).results().toList();
    assertThat(found).hasSize(1);
    return found.get(0).group(1);
  }

  private static int count(String part, String page) {
    return page.split(Pattern.quote(part), -1).length;
  }
}
