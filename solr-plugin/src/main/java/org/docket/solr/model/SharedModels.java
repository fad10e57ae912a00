/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.docket.TextCategorizer;
import org.docket.error.DocketException;
import org.docket.kernel.Kernels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance of each model, however many cores use it.
 *
 * <p>Models are told apart by their content (its SHA-256), so a core that reloads after the file
 * has changed gets the new model, while others go on with the old one. The last core to give a
 * model back releases it. Safe for use by many threads; cores that ask for the same model at the
 * same time wait for one load.
 */
public final class SharedModels {

  /**
   * The models of this Solr node: a class is loaded once per class loader, and plugins in the Solr
   * home's lib folder have one for all cores. A core with a class loader of its own has models of
   * its own, whose classes the others could not use.
   */
  public static final SharedModels NODE = new SharedModels(ModelSource::load);

  private static final Logger LOG = LoggerFactory.getLogger(SharedModels.class);

  private final Function<ModelSource, TextCategorizer> loader;
  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

  SharedModels(Function<ModelSource, TextCategorizer> loader) {
    this.loader = loader;
  }

  /**
   * Takes a model, loading it if nobody has it yet.
   *
   * @return the model, to be closed when the caller is done with it
   * @throws DocketException if it is not a usable model
   */
  public Lease acquire(ModelSource model) {
    String hash = model.hash();
    Entry entry =
        entries.compute(
            hash, (key, known) -> known == null ? load(model, hash) : known.withUsers(1));
    return new Lease(this, model.fileName(), hash, entry.categorizer());
  }

  /** How many models are loaded. */
  public int size() {
    return entries.size();
  }

  private Entry load(ModelSource model, String hash) {
    long start = System.nanoTime();
    TextCategorizer categorizer = loader.apply(model);
    if (!model.hash().equals(hash)) {
      throw new DocketException(
          model.name() + " changed while it was being loaded; reload the core");
    }
    LOG.info(
        "Loaded doccat model {} (sha256 {}, {} categories) in {} ms; Docket's kernel is {}",
        model.name(),
        hash,
        categorizer.categories().size(),
        (System.nanoTime() - start) / 1_000_000,
        Kernels.best().name());
    return new Entry(categorizer, 1);
  }

  /** One more user of a model that is in use; empty if it is not any more. */
  private Optional<Lease> share(Lease lease) {
    Entry entry =
        entries.computeIfPresent(
            lease.hash, (key, known) -> isOf(lease, known) ? known.withUsers(1) : known);
    return Optional.ofNullable(entry)
        .filter(known -> isOf(lease, known))
        .map(known -> new Lease(this, lease.name, lease.hash, known.categorizer()));
  }

  private static boolean isOf(Lease lease, Entry entry) {
    return entry.categorizer() == lease.categorizer;
  }

  private void release(String hash) {
    Entry left =
        entries.computeIfPresent(
            hash, (key, entry) -> entry.users() == 1 ? null : entry.withUsers(-1));
    if (left == null) {
      LOG.info("Released doccat model (sha256 {})", hash);
    }
  }

  private record Entry(TextCategorizer categorizer, int users) {

    Entry withUsers(int more) {
      return new Entry(categorizer, users + more);
    }
  }

  /** A model in use by one core. Closing it twice does no harm. */
  public static final class Lease implements AutoCloseable {

    private final SharedModels models;
    private final String name;
    private final String hash;
    private final TextCategorizer categorizer;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private Lease(SharedModels models, String name, String hash, TextCategorizer categorizer) {
      this.models = models;
      this.name = name;
      this.hash = hash;
      this.categorizer = categorizer;
    }

    public TextCategorizer categorizer() {
      return categorizer;
    }

    /** The name of the model's file, without its folders, as this core calls it. */
    public String name() {
      return name;
    }

    /** The SHA-256 of the model, in lower-case hexadecimal: 64 digits. */
    public String hash() {
      return hash;
    }

    /**
     * Gives the model back if it does not pass a check.
     *
     * @return this
     * @throws RuntimeException that of the check
     */
    public Lease ifGood(Consumer<TextCategorizer> check) {
      try {
        check.accept(categorizer);
        return this;
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }

    /** Another lease of the same model, for another user; empty if nobody has it any more. */
    Optional<Lease> share() {
      return models.share(this);
    }

    @Override
    public void close() {
      if (open.compareAndSet(true, false)) {
        models.release(hash);
      }
    }
  }
}
