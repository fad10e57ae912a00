/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.corpus.rows.ColumnNames;
import org.docket.error.DocketException;

/** The fields that a collection has, as its schema says. Immutable. */
final class SchemaFields {

  private static final Set<Integer> HIDDEN =
      Set.of(
          SolrException.ErrorCode.UNAUTHORIZED.code,
          SolrException.ErrorCode.FORBIDDEN.code,
          SolrException.ErrorCode.NOT_FOUND.code);

  private final Set<String> names = new TreeSet<>();
  private final Set<String> multiValued = new TreeSet<>();
  private final Map<String, String> loose = new LinkedHashMap<>();
  private final List<String> patterns = new ArrayList<>();
  private final Map<String, String> classes = new LinkedHashMap<>();

  /**
   * What a schema says.
   *
   * @param fields each with name, type and multiValued
   * @param dynamic the same, with patterns for names
   * @param types each with name and class
   */
  SchemaFields(
      List<Map<String, Object>> fields,
      List<Map<String, Object>> dynamic,
      List<Map<String, Object>> types) {
    Map<String, String> classOfType = new LinkedHashMap<>();
    types.forEach(type -> classOfType.put(text(type, "name"), text(type, "class")));
    for (Map<String, Object> field : fields) {
      String name = text(field, "name");
      names.add(name);
      classes.put(name, classOfType.getOrDefault(text(field, "type"), ""));
      if (Boolean.TRUE.equals(field.get("multiValued"))) {
        multiValued.add(name);
      }
    }
    names.forEach(name -> loose.putIfAbsent(ColumnNames.loose(name), name));
    dynamic.forEach(field -> patterns.add(text(field, "name")));
  }

  /**
   * Asks Solr.
   *
   * @return nothing if it may not be asked
   * @throws DocketException if Solr does not answer
   */
  static Optional<SchemaFields> of(SolrCollection collection) {
    try {
      return Optional.of(
          new SchemaFields(
              ask(collection, "/schema/fields", "fields"),
              ask(collection, "/schema/dynamicfields", "dynamicFields"),
              ask(collection, "/schema/fieldtypes", "fieldTypes")));
    } catch (DocketException e) {
      if (e.getCause() instanceof SolrException refusal && HIDDEN.contains(refusal.code())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whether there is a field of this name, or a dynamic one that takes it. */
  boolean has(String name) {
    return names.contains(name)
        || patterns.stream().anyMatch(pattern -> Patterns.matches(pattern, name));
  }

  /** The field whose name differs in case, blanks, hyphens and underscores only. */
  Optional<String> loosely(String name) {
    return Optional.ofNullable(loose.get(ColumnNames.loose(name)));
  }

  /** Whether a field is known to take one value only. */
  boolean isSingle(String name) {
    return names.contains(name) && !multiValued.contains(name);
  }

  /** Whether a field is known to take other things than texts. */
  boolean isNoText(String name) {
    String type = classes.getOrDefault(name, "");
    return !type.isEmpty() && !type.endsWith("StrField") && !type.endsWith("TextField");
  }

  /** All names, sorted. */
  Set<String> names() {
    return names;
  }

  private static List<Map<String, Object>> ask(
      SolrCollection collection, String path, String what) {
    NamedList<Object> answer =
        collection.ask(
            new GenericSolrRequest(
                SolrRequest.METHOD.GET,
                path,
                new ModifiableSolrParams().set("showDefaults", true)));
    List<Map<String, Object>> all = new ArrayList<>();
    if (answer.get(what) instanceof Iterable<?> each) {
      each.forEach(one -> all.add(map(one)));
    }
    return all;
  }

  private static Map<String, Object> map(Object answer) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (answer instanceof NamedList<?> list) {
      list.forEach(map::put);
    } else if (answer instanceof Map<?, ?> other) {
      other.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }

  private static String text(Map<String, Object> from, String key) {
    return String.valueOf(from.getOrDefault(key, ""));
  }
}
