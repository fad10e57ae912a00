/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.docket.solr.server.SetUp.LOG_AND_RUN;
import static org.docket.solr.server.SetUp.chain;
import static org.docket.solr.server.SetUp.config;
import static org.docket.solr.server.SetUp.docket;
import static org.docket.solr.server.SetUp.schema;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.solr.core.SolrCore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reloads, with a model that changes and one that does not, leave nothing behind. */
class ManyReloadsIT {

  private static final int RELOADS = 20;
  private static final int FEWER = 20;

  /** Each makes an update log, of which Solr keeps the last ten open. */
  private static final int WARM_UP = 12;

  private static final long MEGABYTE = 1 << 20;

  private static final List<String> OTHERS =
      TinyModel.SENTENCES.stream().map(line -> line.replace("mortgage ", "housing ")).toList();

  @TempDir Path folder;
  private Fixture fixture;
  private Http solr;
  private byte[] one;
  private byte[] other;

  /** The cores that served, and the loaders of their classes. */
  private final List<WeakReference<Object>> left = new ArrayList<>();

  @BeforeEach
  void create() throws Exception {
    fixture =
        Fixture.create(folder)
            .coreOf(
                "one",
                schema(),
                config(chain("name=\"mine\" default=\"true\"", docket(), LOG_AND_RUN)));
    one = Files.readAllBytes(model());
    other = Files.readAllBytes(TinyModel.train(folder.resolve("other"), OTHERS));
  }

  @Test
  void leaveHeapThreadsAndFilesAsTheyWere() throws Exception {
    try (Fixture running = fixture) {
      solr = running.start();
      assertNothingGrows(RELOADS);
      assertThat(loadedModels()).isEqualTo(1);
    }
  }

  @Test
  void leaveNoClassesOfACoreThatHasJarsOfItsOwn() throws Exception {
    one = Files.readAllBytes(Fixture.REPOSITORY.resolve("models/complaints-en.bin"));
    fixture.giveJarsTo("one");
    System.setProperty("solr.config.lib.enabled", "true");
    try (Fixture running = fixture) {
      solr = running.start();
      assertNothingGrows(FEWER);
    } finally {
      System.clearProperty("solr.config.lib.enabled");
    }
  }

  private void assertNothingGrows(int reloads) throws Exception {
    reload(WARM_UP);
    assertGone();
    long threads = settled(ManyReloadsIT::threads);
    long files = settled(ManyReloadsIT::files);
    long heap = settled(ManyReloadsIT::heap);

    reload(reloads);
    assertGone();
    long threadsAfter = settled(ManyReloadsIT::threads);
    long filesAfter = settled(ManyReloadsIT::files);
    long heapAfter = settled(ManyReloadsIT::heap);
    System.out.printf(
        Locale.ROOT,
        "%d reloads: threads %d to %d, files %d to %d, heap %d to %d kB%n",
        reloads,
        threads,
        threadsAfter,
        files,
        filesAfter,
        heap / 1024,
        heapAfter / 1024);
    assertThat(threadsAfter).isLessThanOrEqualTo(threads + 2);
    assertThat(filesAfter).isLessThanOrEqualTo(files + 2);
    assertThat(heapAfter).isLessThan(heap + 5 * MEGABYTE);
  }

  /** Every second time the file has changed. */
  private void reload(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      boolean first = i / 2 % 2 == 0;
      Files.write(model(), first ? one : other);
      assertThat(
              solr.get("/admin/cores?action=RELOAD&core=one").at("/responseHeader/status").asInt())
          .isZero();
      solr.add("one", "{\"id\":\"1\",\"narrative\":\"foreclose my house\"}");
      assertThat(tag()).isEqualToIgnoringCase(first ? "mortgage" : "housing");
      remember();
    }
  }

  private String tag() throws Exception {
    return solr.get("/one/get?id=1").at("/doc/predicted_category").asText();
  }

  private void remember() {
    try (SolrCore core = fixture.server().cores().getCore("one")) {
      left.add(new WeakReference<>(core));
      left.add(new WeakReference<>(core.getResourceLoader()));
    }
  }

  /** But for the core that serves now, and its loader. */
  private void assertGone() throws InterruptedException {
    for (int i = 0; i < 100 && stillThere() > 2; i++) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(stillThere()).isLessThanOrEqualTo(2);
  }

  private long stillThere() {
    return left.stream().map(WeakReference::get).filter(Objects::nonNull).count();
  }

  /** The least that is seen within a second: what ends a little later does not count. */
  private static long settled(LongSupplier what) throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      System.gc();
      Thread.sleep(100);
      least = Math.min(least, what.getAsLong());
    }
    return least;
  }

  private static long threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** Linux says; elsewhere none are counted. */
  private static long files() {
    String[] open = new File("/proc/self/fd").list();
    return open == null ? 0 : open.length;
  }

  private static long heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** In the classes that all cores of the node share. */
  private int loadedModels() throws ReflectiveOperationException {
    Class<?> models =
        fixture
            .server()
            .cores()
            .getResourceLoader()
            .findClass("org.docket.solr.model.SharedModels", Object.class);
    return (int) models.getMethod("size").invoke(models.getField("NODE").get(null));
  }

  private Path model() {
    return fixture.home().folder().resolve("models/complaints-en.bin");
  }
}
