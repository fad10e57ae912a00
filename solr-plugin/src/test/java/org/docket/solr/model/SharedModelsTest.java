/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.docket.TextCategorizer;
import org.docket.error.DocketException;
import org.docket.solr.CapturedLog;
import org.docket.solr.model.SharedModels.Lease;
import org.docket.solr.update.FixedCategorizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedModelsTest {

  private final AtomicInteger loads = new AtomicInteger();
  private final SharedModels models = new SharedModels(this::load);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeModel() throws IOException {
    file = Files.writeString(folder.resolve("model.bin"), "one");
  }

  @Test
  void oneInstanceForTheSameContent() throws Exception {
    Path copy = Files.copy(file, folder.resolve("copy.bin"));

    try (Lease first = models.acquire(source(file));
        Lease second = models.acquire(source(copy))) {
      assertThat(second.categorizer()).isSameAs(first.categorizer());
    }
    assertThat(loads).hasValue(1);
  }

  @Test
  void aModelIsKnownByTheNameOfItsFileAndItsHash() throws Exception {
    Path copy = Files.copy(file, folder.resolve("copy.bin"));

    try (Lease first = models.acquire(source(file));
        Lease second = models.acquire(source(copy))) {
      assertThat(first.name()).isEqualTo("model.bin");
      assertThat(second.name()).isEqualTo("copy.bin");
      assertThat(second.hash()).isEqualTo(first.hash()).isEqualTo(source(file).hash());
    }
  }

  @Test
  void aLoadIsLoggedWithWhatTellsModelsApart() {
    try (CapturedLog log = CapturedLog.of(SharedModels.class)) {
      models.acquire(source(file));
      models.acquire(source(file));
      assertThat(log.messages())
          .hasSize(1)
          .first(as(InstanceOfAssertFactories.STRING))
          .startsWith("INFO Loaded doccat model " + file + " (sha256 " + source(file).hash())
          .containsPattern(", 1 categories\\) in [0-9]{1,5} ms; Docket's kernel is ");
    }
  }

  @Test
  void releasedByTheLastUser() {
    Lease first = models.acquire(source(file));
    Lease second = models.acquire(source(file));
    try (CapturedLog log = CapturedLog.of(SharedModels.class)) {
      first.close();
      first.close();
      assertThat(log.messages()).isEmpty();
      assertThat(models.size()).isEqualTo(1);
      second.close();
      assertThat(log.messages()).hasSize(1);
    }
    assertThat(models.size()).isZero();

    models.acquire(source(file));
    assertThat(loads).hasValue(2);
  }

  @Test
  void anotherInstanceWhenTheFileHasChanged() throws Exception {
    Lease before = models.acquire(source(file));
    Files.writeString(file, "two");
    Lease after = models.acquire(source(file));

    assertThat(after.categorizer()).isNotSameAs(before.categorizer());
    assertThat(models.size()).isEqualTo(2);
  }

  @Test
  void aLeaseIsSharedAsLongAsAnybodyHasTheModel() {
    Lease first = models.acquire(source(file));
    Lease second = first.share().orElseThrow();
    first.close();

    assertThat(models.size()).isEqualTo(1);
    assertThat(second.categorizer()).isSameAs(first.categorizer());
    assertThat(second.name()).isEqualTo("model.bin");
    second.close();
    assertThat(models.size()).isZero();
    assertThat(second.share()).isEmpty();
  }

  @Test
  void aLeaseOfWhatWasLoadedAgainIsNotShared() {
    Lease first = models.acquire(source(file));
    first.close();
    models.acquire(source(file));

    assertThat(first.share()).isEmpty();
    assertThat(loads).hasValue(2);
  }

  @Test
  void aModelThatDoesNotPassACheckIsGivenBack() {
    Lease lease = models.acquire(source(file));

    assertThat(lease.ifGood(model -> assertThat(model.categories()).isNotEmpty())).isSameAs(lease);
    assertThatThrownBy(
            () ->
                lease.ifGood(
                    model -> {
                      throw new DocketException("no good");
                    }))
        .hasMessage("no good");
    assertThat(models.size()).isZero();
  }

  @Test
  void manyAtOnceLoadOnce() {
    List<Lease> leases =
        IntStream.range(0, 200).parallel().mapToObj(i -> models.acquire(source(file))).toList();
    assertThat(loads).hasValue(1);
    leases.parallelStream().forEach(Lease::close);
    assertThat(models.size()).isZero();
  }

  @Test
  void aFailedLoadLeavesNothingBehind() throws Exception {
    Path broken = Files.copy(file, folder.resolve("broken.bin"));

    assertThatThrownBy(() -> models.acquire(source(broken))).hasMessage("broken");
    assertThat(models.size()).isZero();
  }

  @Test
  void missingFile() {
    assertThatThrownBy(() -> models.acquire(source(folder.resolve("nowhere.bin"))))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("nowhere.bin cannot be read: java.nio.file.NoSuchFileException");
  }

  @Test
  void fileThatChangesWhileItIsLoaded() {
    SharedModels careful =
        new SharedModels(
            model -> {
              write(file, "changed");
              return new FixedCategorizer("a", 1);
            });

    assertThatThrownBy(() -> careful.acquire(source(file)))
        .isInstanceOf(DocketException.class)
        .hasMessage(file + " changed while it was being loaded; reload the core");
    assertThat(careful.size()).isZero();
  }

  private TextCategorizer load(ModelSource model) {
    loads.incrementAndGet();
    if (Path.of(model.name()).getFileName().toString().startsWith("broken")) {
      throw new DocketException("broken");
    }
    return new FixedCategorizer("a", 1);
  }

  private static ModelSource source(Path path) {
    return new ModelSource(path.toString(), () -> Files.newInputStream(path));
  }

  private static void write(Path path, String content) {
    try {
      Files.writeString(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
