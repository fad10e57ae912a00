/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.Locale;
import org.apache.lucene.analysis.core.KeywordTokenizerFactory;
import org.apache.solr.analysis.TokenizerChain;
import org.apache.solr.schema.DenseVectorField;
import org.apache.solr.schema.DoubleValueFieldType;
import org.apache.solr.schema.EnumFieldType;
import org.apache.solr.schema.FieldType;
import org.apache.solr.schema.FloatValueFieldType;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.schema.SchemaField;
import org.apache.solr.schema.StrField;
import org.apache.solr.schema.TextField;
import org.apache.solr.schema.UUIDField;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.config.DoccatParams;

/** Checks that the schema has the fields that the parameters name, and that they fit. */
public final class SchemaCheck {

  private SchemaCheck() {}

  /**
   * Checks the fields, unless the configuration says not to. A field may be dynamic or
   * multi-valued.
   *
   * @throws DocketException naming the parameter and the field that do not fit
   */
  public static void check(DoccatConfig config, IndexSchema schema) {
    if (config.enforceSchema()) {
      new SourceCheck(schema).require(config.sources());
      requireTags(config, schema);
    }
  }

  /**
   * Checks the fields that are written to, unless the configuration says not to: what a request can
   * change.
   *
   * @throws DocketException naming the parameter and the field that do not fit
   */
  public static void checkTags(DoccatConfig config, IndexSchema schema) {
    if (config.enforceSchema()) {
      requireTags(config, schema);
    }
  }

  /** The same, whatever the configuration says. */
  static void requireTags(DoccatConfig config, IndexSchema schema) {
    TagField.of(config).forEach(tag -> checkTag(tag, schema));
  }

  private static void checkTag(TagField tag, IndexSchema schema) {
    SchemaField field = target(schema, tag);
    switch (tag.kind()) {
      case CATEGORY -> checkWords(tag, field, schema, "categories");
      case WORD -> checkWords(tag, field, schema, "words");
      case SCORE -> checkScore(tag, field);
      case TEXT -> checkText(tag, field, schema);
    }
    if (tag.many() && !field.multiValued()) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s is '%s', which holds one value, and several go there; make it multi-valued, such"
                  + " as %s",
              tag.parameter(),
              tag.name(),
              SchemaLine.tag(tag, schema)));
    }
  }

  private static void checkWords(
      TagField tag, SchemaField field, IndexSchema schema, String content) {
    if (!keepsWords(field.getType())) {
      throw misfit(
          tag.parameter(),
          field,
          String.format(
              Locale.ROOT,
              "does not keep %s as they are; make it a string field (solr.StrField), such as %s, or"
                  + " set %s to false if you know better",
              content,
              SchemaLine.tag(tag, schema),
              DoccatParams.ENFORCE_SCHEMA));
    }
  }

  /**
   * Whether a category can be found, counted and shown as the model calls it. A number, a date or a
   * UUID refuses it document by document, a boolean makes "false" of it, text falls into words, and
   * a collation field holds keys that nobody can read. What we do not know is taken for one of
   * these.
   */
  private static boolean keepsWords(FieldType type) {
    return type instanceof StrField && !(type instanceof UUIDField)
        || type instanceof EnumFieldType
        || type instanceof TextField && keepsTextWhole(type);
  }

  private static boolean keepsTextWhole(FieldType type) {
    return type.getIndexAnalyzer() instanceof TokenizerChain chain
        && chain.getTokenizerFactory() instanceof KeywordTokenizerFactory;
  }

  private static void checkScore(TagField tag, SchemaField field) {
    if (!keepsFractions(field.getType())) {
      throw misfit(
          tag.parameter(),
          field,
          String.format(
              Locale.ROOT,
              "does not hold a probability; make it a float or a double, or set %s to false if you"
                  + " know better",
              DoccatParams.ENFORCE_SCHEMA));
    }
  }

  /**
   * Others cut a probability to 0, or refuse it document by document. What we do not know is taken
   * for one of these.
   */
  private static boolean keepsFractions(FieldType type) {
    return (type instanceof FloatValueFieldType || type instanceof DoubleValueFieldType)
            && !(type instanceof DenseVectorField)
        || type.getClass() == StrField.class;
  }

  private static void checkText(TagField tag, SchemaField field, IndexSchema schema) {
    FieldType type = field.getType();
    if (!(type instanceof StrField || type instanceof TextField) || type instanceof UUIDField) {
      throw misfit(
          tag.parameter(),
          field,
          "does not hold a message; make it a string field, such as "
              + SchemaLine.tag(tag, schema));
    }
  }

  /** A field to write to. */
  private static SchemaField target(IndexSchema schema, TagField tag) {
    SchemaField field = schema.getFieldOrNull(tag.name());
    if (field == null) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s names the field '%s', which is not in the schema; add %s, or set %s to false",
              tag.parameter(),
              tag.name(),
              SchemaLine.tag(tag, schema),
              DoccatParams.ENFORCE_SCHEMA));
    }
    if (field.equals(schema.getUniqueKeyField())) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s is '%s', which is the schema's uniqueKey; name a field of its own",
              tag.parameter(),
              tag.name()));
    }
    if (!field.indexed() && !field.stored() && !field.hasDocValues()) {
      throw misfit(
          tag.parameter(),
          field,
          "drops what is written: the field is not indexed, not stored and has no docValues");
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
