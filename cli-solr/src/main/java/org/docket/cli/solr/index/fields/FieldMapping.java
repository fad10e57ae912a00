/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.index.fields.Target.Why;
import org.docket.corpus.rows.ColumnNames;
import org.docket.error.DocketException;
import org.docket.error.NearestName;

/**
 * Which column goes to which field: as asked; else by the same name; else by one that differs in
 * case, blanks, hyphens and underscores; else by another known spelling. For one thread.
 */
final class FieldMapping {

  /** What the plugin writes, and reviewers beside their decision. */
  private static final Pattern TAGS =
      Pattern.compile("(predicted|reviewed)[\\s_-]", Pattern.CASE_INSENSITIVE);

  /** What a file of rejected rows says beside the document. */
  static final String REMARK = "rejected_";

  private static final String VERSION = "_version_";

  /** A file of JSON may have a new name in each row. */
  private static final int REMEMBERED = 10_000;

  private final CollectionInfo info;
  private final Optional<SchemaFields> schema;
  private final Map<String, String> asked = new LinkedHashMap<>();
  private final Set<String> ignored = new HashSet<>();
  private final Set<String> guarded = new HashSet<>();
  private final Map<String, Target> known = new HashMap<>();

  /**
   * A mapping.
   *
   * @param schema nothing if Solr does not show it
   * @throws DocketException if the options name a field that is not there, or is not for inputs
   */
  FieldMapping(CollectionInfo info, Optional<SchemaFields> schema, MappingOptions options) {
    this.info = info;
    this.schema = schema;
    info.fields().values().forEach(field -> guarded.add(ColumnNames.loose(field)));
    guarded.add(ColumnNames.loose(VERSION));
    options.fields().forEach(this::ask);
    options.id().ifPresent(column -> ask(column, info.uniqueKey()));
    options.text().ifPresent(column -> ask(column, textField()));
    options.ignored().forEach(column -> ignored.add(ColumnNames.loose(column)));
  }

  /** What becomes of a column. */
  Target of(String column) {
    Target target = known.get(column);
    if (target == null) {
      target = find(column);
      if (known.size() < REMEMBERED) {
        known.put(column, target);
      }
    }
    return target;
  }

  /** Whether a field is one that the text is made of. */
  boolean isSource(String field) {
    return info.sources().stream().anyMatch(source -> Patterns.matches(source, field));
  }

  /** Whether a field is known to take one value only. */
  boolean isSingle(String field) {
    return schema.map(fields -> fields.isSingle(field)).orElse(false);
  }

  /** Where a text goes that has no other name. */
  String textField() {
    return info.sources().stream()
        .filter(source -> source.indexOf('*') < 0)
        .findFirst()
        .orElseThrow(
            () ->
                new DocketException(
                    "the collection makes its text of fields by patterns ("
                        + String.join(", ", info.sources())
                        + "), so that a text needs the name of one: --field COLUMN=FIELD"));
  }

  private Target find(String column) {
    String loose = ColumnNames.loose(column);
    if (ignored.contains(loose)) {
      return Target.nowhere(Why.IGNORED);
    }
    if (asked.containsKey(loose)) {
      return new Target(Why.ASKED, asked.get(loose));
    }
    if (guarded.contains(loose) || isTags(column)) {
      return Target.nowhere(Why.GUARDED);
    }
    return schema
        .map(fields -> inSchema(column, fields))
        .orElseGet(() -> unseen(column))
        .filter(target -> !guarded.contains(ColumnNames.loose(target.field())))
        .orElseGet(() -> Target.nowhere(column.startsWith(REMARK) ? Why.REMARK : Why.NO_FIELD));
  }

  private Optional<Target> inSchema(String column, SchemaFields fields) {
    if (fields.has(column)) {
      return Optional.of(new Target(Why.EXACT, column));
    }
    return fields
        .loosely(column)
        .map(field -> new Target(Why.LOOSE, field))
        .or(() -> spelt(column, fields))
        .or(() -> text(column));
  }

  private static Optional<Target> spelt(String column, SchemaFields fields) {
    return KnownColumns.spellings(column).stream()
        .flatMap(name -> fields.loosely(name).stream())
        .findFirst()
        .map(field -> new Target(Why.KNOWN, field));
  }

  private Optional<Target> text(String column) {
    return KnownColumns.isText(column)
        ? Optional.of(new Target(Why.KNOWN, textField()))
        : Optional.empty();
  }

  /** Solr does not show its fields: a name that is not known is taken as it is. */
  private Optional<Target> unseen(String column) {
    if (column.startsWith(REMARK)) {
      return Optional.empty();
    }
    if (isSource(column) || column.equals(info.uniqueKey())) {
      return Optional.of(new Target(Why.EXACT, column));
    }
    if (ColumnNames.loose(column).equals(ColumnNames.loose(info.uniqueKey()))) {
      return Optional.of(new Target(Why.LOOSE, info.uniqueKey()));
    }
    return text(column)
        .or(() -> KnownColumns.field(column).map(field -> new Target(Why.KNOWN, field)))
        .or(() -> Optional.of(new Target(Why.EXACT, column)));
  }

  private void ask(String column, String field) {
    if (guarded.contains(ColumnNames.loose(field)) || isTags(field)) {
      throw new DocketException(
          "the field "
              + field
              + " is for Docket and for reviewers, and takes no column: a tag of an input would"
              + " pass for a person's");
    }
    schema
        .filter(fields -> !fields.has(field))
        .ifPresent(
            fields -> {
              throw new DocketException(
                  "the collection has no field \""
                      + NearestName.shown(field)
                      + '"'
                      + NearestName.hint(field, fields.names())
                      + "; it has "
                      + String.join(", ", List.copyOf(fields.names())));
            });
    String before = asked.put(ColumnNames.loose(column), field);
    if (before != null && !before.equals(field)) {
      throw new DocketException(
          "the column " + column + " cannot go to both " + before + " and " + field);
    }
  }

  private static boolean isTags(String name) {
    return TAGS.matcher(name.strip()).lookingAt();
  }
}
