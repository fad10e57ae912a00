/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import java.util.List;

/** The names of the parameters, after the manner of Solr's own {@code langid.*}. */
public final class DoccatParams {

  /** Whether documents are tagged or passed through. Default true. */
  public static final String DOCCAT = "doccat";

  /** The model file. Required, set at the factory only. */
  public static final String MODEL = DOCCAT + ".model";

  /** The source fields, separated by commas. Required, set at the factory only. */
  public static final String FL = DOCCAT + ".fl";

  /** Where the best category goes. Required, set at the factory only. */
  public static final String CATEGORY_FIELD = DOCCAT + ".categoryField";

  /** Where the probability of the best category goes. Default: nowhere. */
  public static final String SCORE_FIELD = DOCCAT + ".scoreField";

  /** Whether a category that came with the document is replaced. Default false. */
  public static final String OVERWRITE = DOCCAT + ".overwrite";

  /** How many characters of a document are read, at least 1. */
  public static final String MAX_CHARS = DOCCAT + ".maxChars";

  /** How many documents of a request are categorized at once, 1 to 1000. Default 64. */
  public static final String BATCH_SIZE = DOCCAT + ".batchSize";

  /** Whether all fields must be in the schema and fit what goes there. Default true. */
  public static final String ENFORCE_SCHEMA = DOCCAT + ".enforceSchema";

  static final int DEFAULT_MAX_CHARS = 100_000;
  static final int DEFAULT_BATCH_SIZE = 64;
  static final int MAX_BATCH_SIZE = 1000;

  public static final List<String> ALL =
      List.of(
          DOCCAT,
          MODEL,
          FL,
          CATEGORY_FIELD,
          SCORE_FIELD,
          OVERWRITE,
          MAX_CHARS,
          BATCH_SIZE,
          ENFORCE_SCHEMA);

  /** What a request cannot override: the model is loaded, and its fields chosen, at start. */
  static final List<String> FACTORY_ONLY = List.of(MODEL, FL, CATEGORY_FIELD);

  private DoccatParams() {}

  static boolean isOurs(String name) {
    return name.equals(DOCCAT) || name.startsWith(DOCCAT + ".");
  }
}
