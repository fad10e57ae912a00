/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import java.util.List;

/** The names of the parameters, after the manner of Solr's own {@code langid.*}. */
public final class DoccatParams {

  /** Whether documents are tagged or passed through. Default true. */
  public static final String DOCCAT = "doccat";

  /** The model file. Required, set at the factory only. */
  public static final String MODEL = DOCCAT + ".model";

  /**
   * The source fields, or patterns for them, separated by commas or blanks. Required, set at the
   * factory only.
   */
  public static final String FL = DOCCAT + ".fl";

  /** Where the best category goes. Required, set at the factory only. */
  public static final String CATEGORY_FIELD = DOCCAT + ".categoryField";

  /** Where the probability of the best category goes. Default: nowhere. */
  public static final String SCORE_FIELD = DOCCAT + ".scoreField";

  /** Where the most probable categories go, best first. Default: nowhere. */
  public static final String CATEGORIES_FIELD = DOCCAT + ".categoriesField";

  /** Where the probabilities of the most probable categories go. Default: nowhere. */
  public static final String SCORES_FIELD = DOCCAT + ".scoresField";

  /** How many the most probable categories are, 1 to 1000. Default 3. */
  public static final String MAX_COUNT = DOCCAT + ".maxCount";

  /** The probability below which a category is not given, 0 to 1. Default 0. */
  public static final String THRESHOLD = DOCCAT + ".threshold";

  /** The category of documents that get none of the model's. Default: none. */
  public static final String FALLBACK = DOCCAT + ".fallback";

  /** Where the reason goes why somebody should look at the document. Default: nowhere. */
  public static final String REVIEW_FIELD = DOCCAT + ".reviewField";

  /** Where it goes who tagged, {@code model} or {@code human}. Default: nowhere. */
  public static final String SOURCE_FIELD = DOCCAT + ".sourceField";

  /** Where name and hash of the model that tagged go. Default: nowhere. */
  public static final String MODEL_FIELD = DOCCAT + ".modelField";

  /** Where a partial update leaves the tag that it changes, as JSON. Default: nowhere. */
  public static final String HISTORY_FIELD = DOCCAT + ".historyField";

  /** Other names for categories: {@code Mortgage:home loans, Debt collection:debts}. */
  public static final String LABEL_MAP = DOCCAT + ".labelMap";

  /** The categories (by their new names) that may be given. Default: all. */
  public static final String ALLOWLIST = DOCCAT + ".allowlist";

  /** Whether child documents are tagged too. Default false. */
  public static final String CHILDREN = DOCCAT + ".children";

  /** What becomes of a document that cannot be categorized. Default {@code fail}. */
  public static final String ON_FAILURE = DOCCAT + ".onFailure";

  /** Where it goes what went wrong. Default: nowhere. */
  public static final String FAILURE_FIELD = DOCCAT + ".failureField";

  /** Whether a category that a person gave is replaced, a stored one too. Default false. */
  public static final String OVERWRITE = DOCCAT + ".overwrite";

  /** How many characters of a document are read, at least 1. */
  public static final String MAX_CHARS = DOCCAT + ".maxChars";

  /** How many documents of a request are categorized at once, 1 to 1000. Default 512. */
  public static final String BATCH_SIZE = DOCCAT + ".batchSize";

  /** Whether all fields must be in the schema and fit what goes there. Default true. */
  public static final String ENFORCE_SCHEMA = DOCCAT + ".enforceSchema";

  static final int DEFAULT_MAX_CHARS = 100_000;
  static final int DEFAULT_BATCH_SIZE = 512;
  static final int MAX_BATCH_SIZE = 1000;
  static final int DEFAULT_MAX_COUNT = 3;
  static final int MAX_MAX_COUNT = 1000;

  /** All of them, in the order of their documentation. */
  public static final List<String> ALL =
      List.of(
          DOCCAT,
          MODEL,
          FL,
          CATEGORY_FIELD,
          SCORE_FIELD,
          CATEGORIES_FIELD,
          SCORES_FIELD,
          MAX_COUNT,
          THRESHOLD,
          FALLBACK,
          REVIEW_FIELD,
          OVERWRITE,
          SOURCE_FIELD,
          MODEL_FIELD,
          HISTORY_FIELD,
          LABEL_MAP,
          ALLOWLIST,
          CHILDREN,
          ON_FAILURE,
          FAILURE_FIELD,
          MAX_CHARS,
          BATCH_SIZE,
          ENFORCE_SCHEMA);

  /** What a request cannot override: the model is loaded, and its fields chosen, at start. */
  static final List<String> FACTORY_ONLY = List.of(MODEL, FL, CATEGORY_FIELD);

  private static final String[] OVERRIDABLE =
      ALL.stream().filter(name -> !FACTORY_ONLY.contains(name)).toArray(String[]::new);

  private DoccatParams() {}

  /** What a request can override. */
  public static String[] overridable() {
    return OVERRIDABLE.clone();
  }

  static boolean isOurs(String name) {
    return name.equals(DOCCAT) || name.startsWith(DOCCAT + ".");
  }
}
