/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.index.fields.IndexDocument.Place;
import org.docket.corpus.rows.ColumnNames;
import org.docket.corpus.rows.Row;
import org.docket.error.DocketException;

/** Makes documents of rows. For one thread. */
public final class DocumentMaker {

  /** What a label is called in a format that has no names. */
  private static final String LABEL = "category";

  private final FieldMapping mapping;
  private final ColumnRemarks remarks;
  private final CollectionInfo info;
  private final Set<String> wanted = new TreeSet<>();
  private final boolean idsAsked;
  private final Optional<SchemaFields> schema;
  private boolean textSeen;
  private boolean idsSeen;
  private boolean hashed;

  private DocumentMaker(
      CollectionInfo info,
      Optional<SchemaFields> schema,
      MappingOptions options,
      ColumnRemarks remarks) {
    this.info = info;
    this.schema = schema;
    this.mapping = new FieldMapping(info, schema, options);
    this.remarks = remarks;
    this.idsAsked = options.id().isPresent();
    options.fields().keySet().forEach(wanted::add);
    options.id().ifPresent(wanted::add);
    options.text().ifPresent(wanted::add);
  }

  /**
   * Asks the collection for its fields.
   *
   * @param good gets what went as wanted, a line each
   * @param bad gets what must be known
   * @throws DocketException if Solr does not answer, or the options name what is not there
   */
  public static DocumentMaker of(
      SolrCollection collection,
      CollectionInfo info,
      MappingOptions options,
      Consumer<String> good,
      Consumer<String> bad) {
    Optional<SchemaFields> schema = SchemaFields.of(collection);
    if (schema.isEmpty()) {
      bad.accept(
          "Solr does not show its schema, so that columns are taken for fields by their names");
    }
    return of(info, schema, options, good, bad);
  }

  static DocumentMaker of(
      CollectionInfo info,
      Optional<SchemaFields> schema,
      MappingOptions options,
      Consumer<String> good,
      Consumer<String> bad) {
    return new DocumentMaker(info, schema, options, new ColumnRemarks(good, bad));
  }

  /** Another input follows: it must have a text too. */
  public void begin() {
    textSeen = false;
    idsSeen = false;
  }

  /** Whether all columns that are needed, or asked for, have been met. */
  public boolean isComplete() {
    return textSeen && wanted.isEmpty();
  }

  /**
   * Looks at the columns of a row before any document is made of the input.
   *
   * @throws DocketException if the ids are to be made of the contents and cannot be
   */
  public void look(Row row) {
    for (String column : columns(row).keySet()) {
      Target target = mapping.of(column);
      wanted.removeIf(each -> ColumnNames.loose(each).equals(ColumnNames.loose(column)));
      textSeen |= target.isField() && mapping.isSource(target.field());
      idsSeen |= target.field().equals(info.uniqueKey());
    }
  }

  /** Tells what becomes of the columns that were looked at, and where ids come from. */
  public void tell(String input) {
    remarks.tell(input);
    if (!idsSeen && !hashed) {
      hashed = true;
      if (schema.filter(fields -> fields.isNoText(info.uniqueKey())).isPresent()) {
        throw new DocketException(
            "the ids of the collection ("
                + info.uniqueKey()
                + ") are no texts, so that none can be made of the contents: name the column of"
                + " the ids with --id-column");
      }
      remarks.tellOfIds(input, info.uniqueKey());
    }
  }

  /**
   * Checks that the columns which are needed were met.
   *
   * @param rows that were looked at
   * @throws DocketException if one was not
   */
  public void requireComplete(String input, long rows) {
    if (rows == 0) {
      return;
    }
    if (!textSeen) {
      throw new DocketException(
          input
              + " has no column for the text, which the collection makes of "
              + String.join(", ", info.sources())
              + ": name it with --text-column, or --field COLUMN=FIELD");
    }
    if (!wanted.isEmpty()) {
      throw new DocketException(
          input
              + " has no column \""
              + String.join("\", \"", wanted)
              + "\""
              + (rows > 1 ? " in its first " + rows + " rows" : "")
              + ", which --field, --id-column or --text-column names");
    }
  }

  /** Makes a document; nothing if its row has no id though its input has ids. */
  public Optional<IndexDocument> document(String input, Row row) {
    Map<String, Object> fields = fields(row);
    remarks.tell(input);
    Object id = fields.remove(info.uniqueKey());
    boolean none = id == null || id.equals("");
    if (none && (idsSeen || idsAsked)) {
      return Optional.empty();
    }
    int letters = 64;
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      letters += field.getKey().length() + field.getValue().toString().length();
    }
    return Optional.of(
        new IndexDocument(
            new Place(input, row.number(), row.line()),
            none ? DocumentId.of(fields) : text(id),
            fields,
            letters));
  }

  /** The fields of a row, the id among them. */
  public Map<String, Object> fields(Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, String> from = new HashMap<>();
    columns(row)
        .forEach(
            (column, value) -> {
              Target target = mapping.of(column);
              remarks.note(column, target);
              if (target.isField()) {
                put(fields, from, column, target, value);
              }
            });
    return fields;
  }

  /** Whether a document has a text, or the part of one. */
  public boolean hasText(IndexDocument document) {
    return document.fields().entrySet().stream()
        .anyMatch(
            field -> mapping.isSource(field.getKey()) && !field.getValue().toString().isBlank());
  }

  /** Whether a field is one that the text is made of. */
  public boolean isSource(String field) {
    return mapping.isSource(field);
  }

  private void put(
      Map<String, Object> fields,
      Map<String, String> from,
      String column,
      Target target,
      Object value) {
    String field = target.field();
    String other = from.get(field);
    if (other != null && mapping.of(other).why().compareTo(target.why()) <= 0) {
      remarks.noteTaken(field, other, column);
      return;
    }
    if (other != null) {
      remarks.noteTaken(field, column, other);
    }
    from.put(field, column);
    fields.put(field, value(field, value));
  }

  /** As Solr's client can send it. */
  private Object value(String field, Object value) {
    if (value instanceof List<?> list) {
      List<Object> values = list.stream().map(each -> value(field, each)).toList();
      boolean lines = mapping.isSource(field) && mapping.isSingle(field);
      return values.size() == 1
          ? values.get(0)
          : lines ? String.join("\n", values.stream().map(Object::toString).toList()) : values;
    }
    if (value instanceof BigDecimal number) {
      // A double that would be written otherwise is not what the input says.
      String exact = number.toString();
      return Double.toString(number.doubleValue()).equals(exact) ? number.doubleValue() : exact;
    }
    return value instanceof BigInteger ? value.toString() : value;
  }

  private static String text(Object id) {
    return id instanceof List<?> list
        ? String.join(",", list.stream().map(Object::toString).toList())
        : id.toString().strip();
  }

  private Map<String, Object> columns(Row row) {
    if (!row.fields().isEmpty() || row.text().isEmpty() && row.label().isEmpty()) {
      return row.fields();
    }
    Map<String, Object> columns = new LinkedHashMap<>();
    if (!row.label().isEmpty()) {
      columns.put(LABEL, row.label());
    }
    columns.put(mapping.textField(), row.text());
    return columns;
  }
}
