/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import static org.docket.solr.config.DoccatParams.BATCH_SIZE;
import static org.docket.solr.config.DoccatParams.CATEGORIES_FIELD;
import static org.docket.solr.config.DoccatParams.CHILDREN;
import static org.docket.solr.config.DoccatParams.DOCCAT;
import static org.docket.solr.config.DoccatParams.ENFORCE_SCHEMA;
import static org.docket.solr.config.DoccatParams.FALLBACK;
import static org.docket.solr.config.DoccatParams.FL;
import static org.docket.solr.config.DoccatParams.HISTORY_FIELD;
import static org.docket.solr.config.DoccatParams.MAX_BATCH_SIZE;
import static org.docket.solr.config.DoccatParams.MAX_CHARS;
import static org.docket.solr.config.DoccatParams.MAX_COUNT;
import static org.docket.solr.config.DoccatParams.MAX_MAX_COUNT;
import static org.docket.solr.config.DoccatParams.MODEL;
import static org.docket.solr.config.DoccatParams.ON_FAILURE;
import static org.docket.solr.config.DoccatParams.OVERWRITE;
import static org.docket.solr.config.DoccatParams.THRESHOLD;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.params.SolrParams;
import org.docket.error.DocketException;

/**
 * What the parameters say, checked one by one and against each other.
 *
 * @param enabled {@code doccat}: tag, or pass through
 * @param model {@code doccat.model}: a file, a file of Solr's file store, or a resource of the
 *     configset
 * @param sources {@code doccat.fl}: where the text comes from
 * @param fields {@code doccat.…Field}: where the tag goes
 * @param history {@code doccat.historyField}: where former tags go; no part of the tag itself
 * @param maxCount {@code doccat.maxCount}: how many the most probable categories are
 * @param threshold {@code doccat.threshold}: the probability below which a category is not given
 * @param fallback {@code doccat.fallback}: the category of documents that get none of the model's
 * @param labels {@code doccat.labelMap} and {@code doccat.allowlist}
 * @param overwrite {@code doccat.overwrite}: replace a person's category
 * @param children {@code doccat.children}: tag child documents too
 * @param onFailure {@code doccat.onFailure}
 * @param maxChars {@code doccat.maxChars}: characters of text that are read, at least 1
 * @param batchSize {@code doccat.batchSize}: documents that are categorized at once; 1 is one by
 *     one
 * @param enforceSchema {@code doccat.enforceSchema}: all fields must be in the schema and fit
 */
public record DoccatConfig(
    boolean enabled,
    String model,
    SourceFields sources,
    TagFields fields,
    Optional<String> history,
    int maxCount,
    double threshold,
    Optional<String> fallback,
    Labels labels,
    boolean overwrite,
    boolean children,
    OnFailure onFailure,
    int maxChars,
    int batchSize,
    boolean enforceSchema) {

  /** Checks the parts against each other. */
  public DoccatConfig {
    if (maxChars < 1) {
      throw new DocketException(MAX_CHARS + " is " + maxChars + "; it must be at least 1");
    }
    checkRange(BATCH_SIZE, batchSize, "1 (one document at a time)", MAX_BATCH_SIZE);
    checkRange(MAX_COUNT, maxCount, "1", MAX_MAX_COUNT);
    if (onFailure == OnFailure.FALLBACK && fallback.isEmpty()) {
      throw new DocketException(
          ON_FAILURE + " is 'fallback' and there is none; set " + FALLBACK + " too");
    }
    checkDistinct(fields, history);
    targets(fields, history).forEach((name, parameter) -> checkTarget(parameter, name, sources));
  }

  /** The fields that are written to, each with the parameter that names it, the tag's first. */
  public Map<String, String> targets() {
    return targets(fields, history);
  }

  private static Map<String, String> targets(TagFields fields, Optional<String> history) {
    Map<String, String> targets = new LinkedHashMap<>(fields.byName());
    history.ifPresent(field -> targets.put(field, HISTORY_FIELD));
    return targets;
  }

  private static void checkDistinct(TagFields fields, Optional<String> history) {
    Optional<String> other = history.map(fields.byName()::get);
    if (other.isPresent()) {
      throw TagFields.sameField(HISTORY_FIELD, other.get(), history.get());
    }
  }

  /**
   * Reads the parameters.
   *
   * @throws DocketException if one is missing, malformed or at odds with another
   */
  public static DoccatConfig of(SolrParams params) {
    ParamReader reader = new ParamReader(params);
    TagFields fields = TagFields.of(reader);
    if (fields.categories().isEmpty() && reader.optional(MAX_COUNT).isPresent()) {
      throw new DocketException(
          MAX_COUNT
              + " is set without "
              + CATEGORIES_FIELD
              + ", where so many categories would go");
    }
    return new DoccatConfig(
        reader.flag(DOCCAT, true),
        reader.required(MODEL),
        new SourceFields(reader.list(FL)),
        fields,
        reader.optional(HISTORY_FIELD),
        reader.integer(MAX_COUNT, DoccatParams.DEFAULT_MAX_COUNT),
        reader.probability(THRESHOLD, 0),
        reader.optional(FALLBACK),
        Labels.of(reader),
        reader.flag(OVERWRITE, false),
        reader.flag(CHILDREN, false),
        reader.choice(ON_FAILURE, OnFailure.class, OnFailure.FAIL),
        reader.integer(MAX_CHARS, DoccatParams.DEFAULT_MAX_CHARS),
        reader.integer(BATCH_SIZE, DoccatParams.DEFAULT_BATCH_SIZE),
        reader.flag(ENFORCE_SCHEMA, true));
  }

  private static void checkRange(String parameter, int value, String least, int most) {
    if (value < 1 || value > most) {
      throw new DocketException(
          String.format(
              Locale.ROOT, "%s is %s; it must be %s to %s", parameter, value, least, most));
    }
  }

  private static void checkTarget(String parameter, String field, SourceFields sources) {
    if (sources.matches(field)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s is '%s', which is also a source field in %s; a tag must not become its own text",
              parameter,
              field,
              FL));
    }
  }
}
