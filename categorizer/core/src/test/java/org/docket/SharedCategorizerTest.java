/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.MarshalledObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.docket.error.DocketException;
import org.docket.model.ModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedCategorizerTest {

  private static final String TEXT = "the bank took a fee";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("model.bin");
    ModelFile.write(TestModels.profiled(), file);
  }

  @Test
  void answersAsTheModelDoes() {
    TextCategorizer ours = Categorizers.load(file);
    TextCategorizer shared = SharedCategorizer.of(file.toString());
    assertThat(shared.categorize(TEXT)).isEqualTo(ours.categorize(TEXT));
    assertThat(shared.categorizeAll(List.of(TEXT, "")))
        .isEqualTo(ours.categorizeAll(List.of(TEXT, "")));
    List<String> timed = new ArrayList<>();
    Timing timing =
        new Timing() {
          @Override
          public void analysis(long nanos) {
            timed.add("analysis");
          }

          @Override
          public void network(long nanos) {
            timed.add("network");
          }
        };
    assertThat(shared.categorizeAll(List.of(TEXT), timing))
        .isEqualTo(ours.categorizeAll(List.of(TEXT)));
    assertThat(timed).containsExactly("analysis", "network");
    assertThat(shared.categories()).isEqualTo(ours.categories());
    assertThat(shared.baseline()).isPresent();
    assertThat(shared).hasToString("SharedCategorizer of " + file);
  }

  @Test
  void travelsWithoutItsModel() throws Exception {
    SharedCategorizer shared = SharedCategorizer.of(file.toString());
    Categorization answer = shared.categorize(TEXT);

    assertThat(sent(shared).categorize(TEXT)).isEqualTo(answer);
  }

  /** Spark serializes a job on a machine that need not have the model. */
  @Test
  void travelsBeforeTheFileIsThere() throws Exception {
    Path later = folder.resolve("later.bin");
    SharedCategorizer received = sent(SharedCategorizer.of(later.toString()));

    assertThatThrownBy(() -> received.categorize(TEXT))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("the model file " + later + " does not exist on this machine: ");
    Files.copy(file, later);
    assertThat(received.categorize(TEXT).ranked()).hasSize(3);
  }

  /** One that loaded a model of its own would not find the file any more. */
  @Test
  void isLoadedOnceForEachPath() throws Exception {
    SharedCategorizer.of(file.toString()).categorize(TEXT);
    Files.delete(file);

    assertThat(SharedCategorizer.of(file.toString()).categorize(TEXT).ranked()).hasSize(3);
  }

  @Test
  void manyThreadsGetTheSameAnswer() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8, task -> new Thread(task, "categorizes"));
    try {
      List<Callable<Categorization>> tasks = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        tasks.add(() -> SharedCategorizer.of(file.toString()).categorize(TEXT));
      }
      for (Future<Categorization> answer : pool.invokeAll(tasks)) {
        assertThat(answer.get()).isEqualTo(Categorizers.load(file).categorize(TEXT));
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void whatIsNoModelIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.bin"), "not a model");
    SharedCategorizer shared = SharedCategorizer.of(text.toString());
    assertThatThrownBy(() -> shared.categories())
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(text + " is not a usable model: ");
  }

  /** Written and read by Java's serialization. */
  private static SharedCategorizer sent(SharedCategorizer shared) throws Exception {
    return new MarshalledObject<>(shared).get();
  }
}
