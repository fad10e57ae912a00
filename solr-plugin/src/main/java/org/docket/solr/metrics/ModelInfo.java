/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.List;
import java.util.Optional;
import org.docket.Baseline;
import org.docket.LstmDocumentCategorizer;
import org.docket.TextCategorizer;
import org.docket.kernel.Kernels;

/**
 * The model that a core tags with.
 *
 * @param name of its file
 * @param sha256 of its file, in lower-case hexadecimal
 * @param kernel what computes it: the name of Docket's kernel, or {@code opennlp}
 * @param categories as the model calls them
 * @param baseline how it tags documents of its own kind, if it says so
 */
public record ModelInfo(
    String name,
    String sha256,
    String kernel,
    List<String> categories,
    Optional<Baseline> baseline) {

  private static final int SHORT_HASH = 12;

  public ModelInfo {
    categories = List.copyOf(categories);
  }

  /** As many digits of the hash as tell models apart. */
  public String shortHash() {
    return sha256.substring(0, Math.min(sha256.length(), SHORT_HASH));
  }

  /** As it stands in the index: {@code complaints-en.bin 91de472141be}. */
  public String label() {
    return name + " " + shortHash();
  }

  /** What a loaded model says of itself. */
  public static ModelInfo of(String name, String sha256, TextCategorizer categorizer) {
    String kernel =
        categorizer instanceof LstmDocumentCategorizer ? Kernels.best().name() : "opennlp";
    return new ModelInfo(name, sha256, kernel, categorizer.categories(), categorizer.baseline());
  }
}
