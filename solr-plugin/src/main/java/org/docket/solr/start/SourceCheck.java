/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.schema.FieldType;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.schema.IndexSchema.DynamicField;
import org.apache.solr.schema.SchemaField;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatParams;
import org.docket.solr.config.SourceFields;

/** Checks that documents can have the fields that texts come from. */
final class SourceCheck {

  private final IndexSchema schema;
  private final CopyRules copies;

  SourceCheck(IndexSchema schema) {
    this.schema = schema;
    this.copies = CopyRules.of(schema);
  }

  /**
   * Refuses what no document can have.
   *
   * @throws DocketException naming the field or the pattern
   */
  void require(SourceFields sources) {
    for (String source : sources.patterns()) {
      if (candidates(source).isEmpty()) {
        throw new DocketException(
            absent(source) + ", or set " + DoccatParams.ENFORCE_SCHEMA + " to false");
      }
    }
  }

  /**
   * What an administrator should know, each in one line. What is absent is told too: Solr may add
   * fields as documents come.
   */
  List<String> advice(SourceFields sources) {
    List<String> advice = new ArrayList<>();
    for (String source : sources.patterns()) {
      List<SchemaField> candidates = candidates(source);
      if (candidates.isEmpty()) {
        advice.add(absent(source) + ", for until then it brings no text");
        continue;
      }
      noText(source, candidates).ifPresent(advice::add);
      if (candidates.stream().noneMatch(field -> copiesTo(field).isEmpty())) {
        advice.add(copied(source, candidates));
      } else {
        candidates.stream()
            .filter(field -> !Readable.is(field))
            .findFirst()
            .ifPresent(field -> advice.add(unreadable(source, field)));
      }
    }
    return advice;
  }

  /** A field that is no text, but would be read as one. */
  private Optional<String> noText(String source, List<SchemaField> candidates) {
    for (SchemaField field : candidates) {
      if (field.equals(schema.getUniqueKeyField())) {
        return Optional.of(noText(source, field, "which is the schema's uniqueKey"));
      }
      if (field.getName().equals(CommonParams.VERSION_FIELD)) {
        return Optional.of(noText(source, field, "which holds the versions of documents"));
      }
    }
    return candidates.stream().allMatch(field -> TextTypes.isNone(field.getType()))
        ? Optional.of(noText(source, candidates.get(0), typeOf(candidates.get(0))))
        : Optional.empty();
  }

  private static String typeOf(SchemaField field) {
    FieldType type = field.getType();
    return String.format(
        Locale.ROOT,
        "whose type %s (%s) holds no text",
        type.getTypeName(),
        type.getClass().getSimpleName());
  }

  private static String noText(String source, SchemaField field, String what) {
    return String.format(
        Locale.ROOT,
        "%s names '%s', and with it the field %s, %s: it would be categorized like words, and"
            + " spoils the tag; take it out, and name fields that hold texts",
        DoccatParams.FL,
        source,
        field.getName(),
        what);
  }

  /** The explicit and the dynamic fields that a source may stand for. */
  private List<SchemaField> candidates(String source) {
    if (!SourceFields.isPattern(source)) {
      return Stream.ofNullable(schema.getFieldOrNull(source)).toList();
    }
    Stream<SchemaField> explicit =
        schema.getFields().values().stream().filter(field -> Glob.matches(source, field.getName()));
    Stream<SchemaField> dynamic =
        Arrays.stream(schema.getDynamicFields())
            .filter(field -> Glob.intersect(source, field.getRegex()))
            .map(DynamicField::getPrototype);
    return Stream.concat(explicit, dynamic).toList();
  }

  private List<String> copiesTo(SchemaField field) {
    return copies.sources(field.getName());
  }

  private String absent(String source) {
    if (SourceFields.isPattern(source)) {
      return String.format(
          Locale.ROOT,
          "%s names the fields '%s', but the schema has no field and no dynamic field of such a"
              + " name; add <dynamicField name=\"%s\" …/>",
          DoccatParams.FL,
          source,
          source);
    }
    return String.format(
        Locale.ROOT,
        "%s names the field '%s', which is not in the schema; add %s",
        DoccatParams.FL,
        source,
        SchemaLine.source(source, schema));
  }

  private String copied(String source, List<SchemaField> fields) {
    List<String> sources =
        fields.stream().flatMap(field -> copiesTo(field).stream()).distinct().toList();
    return String.format(
        Locale.ROOT,
        "%s names '%s', which copyField fills, and Solr copies only after documents have been"
            + " tagged: a document that does not bring this field itself is not tagged, and a"
            + " partial update cannot read it back; name what it is copied from, %s=%s",
        DoccatParams.FL,
        source,
        DoccatParams.FL,
        String.join(",", sources));
  }

  private static String unreadable(String source, SchemaField field) {
    return String.format(
        Locale.ROOT,
        "%s names '%s', and the field %s is neither stored nor has docValues%s: a partial"
            + " update cannot read the text back, so that the tag may not follow it; add"
            + " stored=\"true\"",
        DoccatParams.FL,
        source,
        field.getName(),
        Readable.hidden(field));
  }
}
