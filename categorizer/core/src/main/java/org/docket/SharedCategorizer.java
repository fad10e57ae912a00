/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.docket.error.DocketException;

/**
 * A categorizer that engines such as Spark and Flink can send to other machines: it carries the
 * path of its model and not the model. Where it is first asked it loads the model, once for each
 * JVM and path (more exactly: for each class loader that has Docket), and keeps it as long as the
 * JVM runs. A file that changes after that is not read again.
 *
 * <p>Safe for use by many threads at once; those that ask while the model is being loaded wait.
 */
public final class SharedCategorizer implements TextCategorizer, Serializable {

  private static final long serialVersionUID = 1L;

  private static final ConcurrentMap<Path, TextCategorizer> LOADED = new ConcurrentHashMap<>();

  /** A Path cannot be serialized. */
  private final String modelFile;

  /** Of what {@link #LOADED} has; it does not travel. */
  private transient volatile TextCategorizer loaded;

  private SharedCategorizer(String modelFile) {
    this.modelFile = modelFile;
  }

  /**
   * A categorizer of any model that {@link Categorizers#load(Path)} reads. The file is not touched
   * yet: it need not be on this machine.
   *
   * @param modelFile where the model is on the machines that categorize; a relative path begins at
   *     the working folder there
   */
  public static SharedCategorizer of(String modelFile) {
    return new SharedCategorizer(Path.of(modelFile).toString());
  }

  /**
   * {@inheritDoc}
   *
   * @throws DocketException if the model cannot be loaded here; so do all other methods. The next
   *     call tries again
   */
  @Override
  public List<String> categories() {
    return categorizer().categories();
  }

  @Override
  public Optional<Baseline> baseline() {
    return categorizer().baseline();
  }

  @Override
  public Categorization categorize(String text) {
    return categorizer().categorize(text);
  }

  @Override
  public List<Categorization> categorizeAll(List<String> texts) {
    return categorizer().categorizeAll(texts);
  }

  @Override
  public List<Categorization> categorizeAll(List<String> texts, Timing timing) {
    return categorizer().categorizeAll(texts, timing);
  }

  private TextCategorizer categorizer() {
    if (loaded == null) {
      loaded = LOADED.computeIfAbsent(Path.of(modelFile).toAbsolutePath(), SharedCategorizer::load);
    }
    return loaded;
  }

  private static TextCategorizer load(Path file) {
    if (Files.notExists(file)) {
      throw new DocketException(
          "the model file "
              + file
              + " does not exist on this machine: put it there on each machine that categorizes, or"
              + " send it along with the job (Spark: addFile, and SparkFiles.get for its path)");
    }
    return Categorizers.load(file);
  }

  /** Names the file. */
  @Override
  public String toString() {
    return "SharedCategorizer of " + modelFile;
  }
}
