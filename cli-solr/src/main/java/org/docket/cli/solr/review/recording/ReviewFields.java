/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review.recording;

import java.util.List;

/** The fields of an index that tell of a person's decision. */
public final class ReviewFields {

  /** Who decided. */
  public static final String BY = "reviewed_by";

  /** When. */
  public static final String AT = "reviewed_at";

  /** How the decision compares with the model's: accepted, corrected or assigned. */
  public static final String VERDICT = "reviewed_verdict";

  /** Name and hash of the model that had tagged. */
  public static final String MODEL = "reviewed_model";

  /** What the model had said. */
  public static final String MODEL_CATEGORY = "reviewed_model_category";

  /** Its probability. */
  public static final String MODEL_SCORE = "reviewed_model_score";

  /** Why somebody was to look. */
  public static final String MODEL_REVIEW = "reviewed_model_review";

  /** All of them. */
  public static final List<String> ALL =
      List.of(BY, AT, VERDICT, MODEL, MODEL_CATEGORY, MODEL_SCORE, MODEL_REVIEW);

  /** How many former tags a document keeps. */
  static final int HISTORY_LIMIT = 20;

  private ReviewFields() {}
}
