/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.docket.error.DocketException;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;
import org.docket.text.AnalysisSpec;
import org.docket.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that does not fit into the heap is refused, in a JVM of its own: a tenth of 300,000
 * tokens in a little more than a tenth of the 512 MB that Solr has by default.
 */
class SmallHeapTest {

  private static final int TOKENS = 30_000;
  private static final Pattern SETTING = Pattern.compile("start Java with (-Xmx\\d+m)");

  @TempDir Path folder;

  /** What the other JVM runs. */
  static final class Loading {

    private Loading() {}

    public static void main(String[] args) {
      try {
        Categorizers.load(Path.of(args[0])).categorize("t1 t2");
        System.out.println("loaded");
      } catch (DocketException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }

  @Test
  void aModelThatIsTooLargeIsRefusedWithTheSettingThatIsEnough() throws Exception {
    Path file = folder.resolve("large.bin");
    ModelFile.write(model(), file);

    String first = load("-Xmx60m", file);
    assertThat(first)
        .startsWith(
            "refused: " + file + " is not a usable model: its network takes 61 MiB of memory");
    Matcher setting = SETTING.matcher(first);
    assertThat(setting.find()).isTrue();
    assertThat(load(setting.group(1), file)).isEqualTo("loaded");
    assertThat(load("-Xmx14m", file))
        .startsWith("refused: " + file + " is not a usable model: reading its weights takes");
  }

  private static String load(String heap, Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                Loading.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return text.strip();
    }
  }

  private static CategorizerModel model() {
    NetworkShape shape =
        new NetworkShape(TOKENS, 100, List.of(64), true, Pooling.MEAN_MAX, true, 3);
    return new CategorizerModel(
        "en",
        AnalysisSpec.english(),
        Vocabulary.of(IntStream.range(1, TOKENS).mapToObj(i -> "t" + i).toList()),
        TestModels.CATEGORIES,
        new float[] {0.5f, 0.3f, 0.2f},
        NetworkWeights.random(shape, 1),
        1,
        new TreeMap<>());
  }
}
