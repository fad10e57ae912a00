/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.docket.Categorizers;
import org.docket.TextCategorizer;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.kernel.Kernels;
import org.docket.model.ModelFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance of each model, however many cores use it.
 *
 * <p>Models are told apart by what is in the file (its SHA-256), so a core that reloads after the
 * file has changed gets the new model, while others go on with the old one. The last core to give a
 * model back releases it. Safe for use by many threads; cores that ask for the same model at the
 * same time wait for one load.
 */
final class SharedModels {

  /**
   * The models of this Solr node: a class is loaded once per class loader, and plugins in the Solr
   * home's lib folder have one for all cores. A core with a class loader of its own has models of
   * its own, whose classes the others could not use.
   */
  static final SharedModels NODE = new SharedModels(Categorizers::load);

  private static final Logger LOG = LoggerFactory.getLogger(SharedModels.class);

  private final Function<Path, TextCategorizer> loader;
  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

  SharedModels(Function<Path, TextCategorizer> loader) {
    this.loader = loader;
  }

  /**
   * Takes a model, loading it if nobody has it yet.
   *
   * @return the model, to be closed when the caller is done with it
   * @throws DocketException if the file is not a usable model
   */
  Lease acquire(Path file) {
    String hash = hash(file);
    Entry entry =
        entries.compute(
            hash, (key, known) -> known == null ? load(file, hash) : known.withUsers(1));
    return new Lease(this, hash, entry.categorizer());
  }

  /** How many models are loaded. */
  int size() {
    return entries.size();
  }

  private Entry load(Path file, String hash) {
    long start = System.nanoTime();
    TextCategorizer categorizer = loader.apply(file);
    if (!hash(file).equals(hash)) {
      throw new DocketException(
          "the model file " + file + " changed while it was being loaded; reload the core");
    }
    LOG.info(
        "Loaded doccat model {} (sha256 {}, {} categories) in {} ms; Docket's kernel is {}",
        file,
        hash,
        categorizer.categories().size(),
        (System.nanoTime() - start) / 1_000_000,
        Kernels.best().name());
    return new Entry(categorizer, 1);
  }

  private void release(String hash) {
    Entry left =
        entries.computeIfPresent(
            hash, (key, entry) -> entry.users() == 1 ? null : entry.withUsers(-1));
    if (left == null) {
      LOG.info("Released doccat model (sha256 {})", hash);
    }
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw ModelFile.unusable(file, e);
    }
  }

  private record Entry(TextCategorizer categorizer, int users) {

    Entry withUsers(int more) {
      return new Entry(categorizer, users + more);
    }
  }

  /** A model in use by one core. Closing it twice does no harm. */
  static final class Lease implements AutoCloseable {

    private final SharedModels models;
    private final String hash;
    private final TextCategorizer categorizer;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private Lease(SharedModels models, String hash, TextCategorizer categorizer) {
      this.models = models;
      this.hash = hash;
      this.categorizer = categorizer;
    }

    TextCategorizer categorizer() {
      return categorizer;
    }

    @Override
    public void close() {
      if (open.compareAndSet(true, false)) {
        models.release(hash);
      }
    }
  }
}
