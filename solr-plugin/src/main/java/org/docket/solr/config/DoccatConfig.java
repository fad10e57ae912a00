/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import static org.docket.solr.config.DoccatParams.BATCH_SIZE;
import static org.docket.solr.config.DoccatParams.CATEGORY_FIELD;
import static org.docket.solr.config.DoccatParams.DOCCAT;
import static org.docket.solr.config.DoccatParams.ENFORCE_SCHEMA;
import static org.docket.solr.config.DoccatParams.FL;
import static org.docket.solr.config.DoccatParams.MAX_BATCH_SIZE;
import static org.docket.solr.config.DoccatParams.MAX_CHARS;
import static org.docket.solr.config.DoccatParams.MODEL;
import static org.docket.solr.config.DoccatParams.OVERWRITE;
import static org.docket.solr.config.DoccatParams.SCORE_FIELD;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.solr.common.params.SolrParams;
import org.docket.error.DocketException;

/**
 * What the parameters say, checked one by one and against each other.
 *
 * @param enabled {@code doccat}: tag, or pass through
 * @param model {@code doccat.model}: a file or a resource of the configset
 * @param sourceFields {@code doccat.fl}: where the text comes from, in order; at least one
 * @param categoryField {@code doccat.categoryField}: where the best category goes
 * @param scoreField {@code doccat.scoreField}: where its probability goes, if anywhere
 * @param overwrite {@code doccat.overwrite}: replace a category that came with the document
 * @param maxChars {@code doccat.maxChars}: characters of text that are read, at least 1
 * @param batchSize {@code doccat.batchSize}: documents that are categorized at once; 1 is one by
 *     one
 * @param enforceSchema {@code doccat.enforceSchema}: all fields must be in the schema and fit
 */
public record DoccatConfig(
    boolean enabled,
    String model,
    List<String> sourceFields,
    String categoryField,
    Optional<String> scoreField,
    boolean overwrite,
    int maxChars,
    int batchSize,
    boolean enforceSchema) {

  public DoccatConfig {
    sourceFields = List.copyOf(sourceFields);
    if (maxChars < 1) {
      throw new DocketException(MAX_CHARS + " is " + maxChars + "; it must be at least 1");
    }
    if (batchSize < 1 || batchSize > MAX_BATCH_SIZE) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s is %s; it must be 1 (one document at a time) to %s",
              BATCH_SIZE,
              batchSize,
              MAX_BATCH_SIZE));
    }
    checkSources(sourceFields);
    checkTarget(CATEGORY_FIELD, categoryField, sourceFields);
    if (scoreField.isPresent()) {
      checkTarget(SCORE_FIELD, scoreField.get(), sourceFields);
      checkDistinct(scoreField.get(), categoryField);
    }
  }

  /**
   * Reads the parameters.
   *
   * @throws DocketException if one is missing, malformed or at odds with another
   */
  public static DoccatConfig of(SolrParams params) {
    ParamReader reader = new ParamReader(params);
    return new DoccatConfig(
        reader.flag(DOCCAT, true),
        reader.required(MODEL),
        reader.list(FL),
        reader.required(CATEGORY_FIELD),
        reader.optional(SCORE_FIELD),
        reader.flag(OVERWRITE, false),
        reader.integer(MAX_CHARS, DoccatParams.DEFAULT_MAX_CHARS),
        reader.integer(BATCH_SIZE, DoccatParams.DEFAULT_BATCH_SIZE),
        reader.flag(ENFORCE_SCHEMA, true));
  }

  private static void checkSources(List<String> sources) {
    if (sources.isEmpty()) {
      throw new DocketException(
          FL + " is missing; it names the fields whose text is categorized, separated by commas");
    }
    Set<String> seen = new HashSet<>();
    for (String field : sources) {
      if (!seen.add(field)) {
        throw new DocketException(FL + " names the field '" + field + "' twice");
      }
    }
  }

  private static void checkTarget(String parameter, String field, List<String> sources) {
    if (sources.contains(field)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s is '%s', which is also a source field in %s; a tag must not become its own text",
              parameter,
              field,
              FL));
    }
  }

  private static void checkDistinct(String scoreField, String categoryField) {
    if (scoreField.equals(categoryField)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s and %s both name the field '%s'; give each its own",
              SCORE_FIELD,
              CATEGORY_FIELD,
              categoryField));
    }
  }
}
