/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.solr.schema.FieldType;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.schema.NumberType;
import org.apache.solr.schema.StrField;
import org.apache.solr.schema.TextField;
import org.apache.solr.schema.UUIDField;

/** The line that a schema lacks, with one of its own types, to be pasted into it. */
final class SchemaLine {

  private SchemaLine() {}

  /** For a field that texts come from. */
  static String source(String name, IndexSchema schema) {
    return line(
        name, type(schema, TextField.class::isInstance, "text_en", "text_general", "text"), false);
  }

  /** For a field that Docket writes to. */
  static String tag(TagField field, IndexSchema schema) {
    FieldTypeName type =
        switch (field.kind()) {
          case SCORE -> type(schema, SchemaLine::holdsFractions, "pdouble", "pfloat");
          case CATEGORY, WORD, TEXT -> type(schema, SchemaLine::holdsWords, "string");
        };
    return line(field.name(), type, field.many());
  }

  private static String line(String name, FieldTypeName type, boolean many) {
    return String.format(
        Locale.ROOT,
        "<field name=\"%s\" type=\"%s\"%s/>",
        name,
        type.name(),
        many == type.many() ? "" : " multiValued=\"" + many + "\"");
  }

  /** One of the usual names, if the schema knows it; else any type that will do. */
  private static FieldTypeName type(
      IndexSchema schema, Predicate<FieldType> fits, String... usual) {
    Stream<FieldType> byName =
        Stream.of(usual).map(name -> schema.getFieldTypes().get(name)).filter(t -> t != null);
    Stream<FieldType> others =
        schema.getFieldTypes().values().stream().sorted(comparing(FieldType::getTypeName));
    return Stream.concat(byName, others)
        .filter(fits)
        .findFirst()
        .map(type -> new FieldTypeName(type.getTypeName(), type.isMultiValued()))
        .orElse(new FieldTypeName(usual[0], false));
  }

  private static boolean holdsWords(FieldType type) {
    return type instanceof StrField && !(type instanceof UUIDField);
  }

  private static boolean holdsFractions(FieldType type) {
    return List.of(NumberType.DOUBLE, NumberType.FLOAT).contains(type.getNumberType())
        && type.isPointField();
  }

  private record FieldTypeName(String name, boolean many) {}
}
