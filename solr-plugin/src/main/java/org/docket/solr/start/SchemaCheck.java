/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordTokenizerFactory;
import org.apache.solr.analysis.TokenizerChain;
import org.apache.solr.schema.BoolField;
import org.apache.solr.schema.EnumFieldType;
import org.apache.solr.schema.FieldType;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.schema.NumberType;
import org.apache.solr.schema.SchemaField;
import org.apache.solr.schema.StrField;
import org.apache.solr.schema.TextField;
import org.apache.solr.schema.UUIDField;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.config.DoccatParams;
import org.docket.solr.config.SourceFields;

/** Checks that the schema has the fields that the parameters name, and that they fit. */
public final class SchemaCheck {

  /** A probability would be cut to 0, or refused, document by document. */
  private static final Set<NumberType> NOT_FOR_SCORES =
      EnumSet.of(NumberType.INTEGER, NumberType.LONG, NumberType.DATE);

  private SchemaCheck() {}

  /**
   * Checks the fields, unless the configuration says not to. A field may be dynamic or
   * multi-valued.
   *
   * @throws DocketException naming the parameter and the field that do not fit
   */
  public static void check(DoccatConfig config, IndexSchema schema) {
    if (!config.enforceSchema()) {
      return;
    }
    config.sources().patterns().stream()
        .filter(name -> !SourceFields.isPattern(name))
        .forEach(name -> field(schema, DoccatParams.FL, name));
    config.fields().byName().forEach((name, parameter) -> target(schema, parameter, name));
    checkCategory(target(schema, DoccatParams.CATEGORY_FIELD, config.fields().category()));
    config
        .fields()
        .score()
        .ifPresent(name -> checkScore(target(schema, DoccatParams.SCORE_FIELD, name)));
  }

  private static void checkCategory(SchemaField field) {
    if (!keepsCategories(field.getType())) {
      throw misfit(
          DoccatParams.CATEGORY_FIELD,
          field,
          "does not keep categories as they are; make it a string field (solr.StrField), or set "
              + DoccatParams.ENFORCE_SCHEMA
              + " to false if you know better");
    }
  }

  /**
   * Whether a category can be found, counted and shown as the model calls it. A number, a date or a
   * UUID refuses it document by document, a boolean makes "false" of it, text falls into words, and
   * a collation field holds keys that nobody can read. What we do not know is taken for one of
   * these.
   */
  private static boolean keepsCategories(FieldType type) {
    return type instanceof StrField && !(type instanceof UUIDField)
        || type instanceof EnumFieldType
        || type instanceof TextField && keepsTextWhole(type);
  }

  private static boolean keepsTextWhole(FieldType type) {
    return type.getIndexAnalyzer() instanceof TokenizerChain chain
        && chain.getTokenizerFactory() instanceof KeywordTokenizerFactory;
  }

  private static void checkScore(SchemaField field) {
    FieldType type = field.getType();
    NumberType number = type.getNumberType();
    if (type instanceof BoolField || (number != null && NOT_FOR_SCORES.contains(number))) {
      throw misfit(
          DoccatParams.SCORE_FIELD,
          field,
          "does not hold a probability; make it a float or a double");
    }
  }

  /** A field to write to. */
  private static SchemaField target(IndexSchema schema, String parameter, String name) {
    SchemaField field = field(schema, parameter, name);
    if (field.equals(schema.getUniqueKeyField())) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s is '%s', which is the schema's uniqueKey; name a field of its own",
              parameter,
              name));
    }
    if (!field.indexed() && !field.stored() && !field.hasDocValues()) {
      throw misfit(
          parameter,
          field,
          "drops what is written: the field is not indexed, not stored and has no docValues");
    }
    return field;
  }

  private static SchemaField field(IndexSchema schema, String parameter, String name) {
    SchemaField field = schema.getFieldOrNull(name);
    if (field == null) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s names the field '%s', which is not in the schema; add it, or set %s to false",
              parameter,
              name,
              DoccatParams.ENFORCE_SCHEMA));
    }
    return field;
  }

  private static DocketException misfit(String parameter, SchemaField field, String reason) {
    return new DocketException(
        String.format(
            Locale.ROOT,
            "%s is '%s', whose type %s (%s) %s",
            parameter,
            field.getName(),
            field.getType().getTypeName(),
            field.getType().getClass().getSimpleName(),
            reason));
  }
}
