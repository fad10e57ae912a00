/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/**
 * What the index holds that a partial update would lose: Solr reads a document back from what is
 * stored, or in docValues, and writes it anew.
 */
final class IndexCheck {

  /** Flags of Solr's handler luke. */
  private static final char STORED = 'S';

  private static final char DOC_VALUES = 'D';

  private final Map<String, String> flags = new TreeMap<>();
  private final Set<String> copies = new TreeSet<>();

  private IndexCheck() {}

  /**
   * Asks Solr what is in the index.
   *
   * @throws DocketException if it does not tell
   */
  static IndexCheck of(SolrCollection collection) {
    IndexCheck check = new IndexCheck();
    ModifiableSolrParams params =
        new ModifiableSolrParams().set("numTerms", 0).set("includeIndexFieldFlags", false);
    check.readFields(get(collection, "/admin/luke", params));
    check.readCopies(get(collection, "/schema/copyfields", new ModifiableSolrParams()));
    return check;
  }

  private static NamedList<Object> get(
      SolrCollection collection, String path, ModifiableSolrParams params) {
    return collection.ask(new GenericSolrRequest(SolrRequest.METHOD.GET, path, params));
  }

  private void readFields(NamedList<Object> answer) {
    each(answer.get("fields"), (field, facts) -> flags.put(field, text(facts, "schema")));
  }

  private void readCopies(NamedList<Object> answer) {
    if (answer.get("copyFields") instanceof List<?> rules) {
      rules.forEach(rule -> copies.add(text(rule, "dest")));
    }
  }

  /** Whether there are, or were, child documents. */
  boolean hasChildren() {
    return flags.containsKey(Scope.NEST_PATH);
  }

  /**
   * Checks that a partial update loses nothing.
   *
   * @throws DocketException if it would
   */
  void requireNothingLost() {
    List<String> lost =
        flags.entrySet().stream()
            .filter(field -> !isKept(field.getValue()))
            .map(Map.Entry::getKey)
            .filter(
                field -> !field.startsWith("_") && copies.stream().noneMatch(c -> fits(c, field)))
            .toList();
    if (!lost.isEmpty()) {
      throw new DocketException(
          "retag would lose what documents have in "
              + String.join(", ", lost)
              + ": neither stored nor in docValues, so that no partial update can keep it; index the"
              + " documents again instead, and Docket tags them");
    }
  }

  private static boolean isKept(String flags) {
    return flags.indexOf(STORED) >= 0 || flags.indexOf(DOC_VALUES) >= 0 || flags.isEmpty();
  }

  private static boolean fits(String pattern, String field) {
    return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), field);
  }

  private static void each(Object named, java.util.function.BiConsumer<String, Object> to) {
    if (named instanceof NamedList<?> list) {
      list.forEach(entry -> to.accept(entry.getKey(), entry.getValue()));
    } else if (named instanceof Map<?, ?> map) {
      map.forEach((key, value) -> to.accept(key.toString(), value));
    }
  }

  private static String text(Object named, String key) {
    Object value =
        named instanceof NamedList<?> list
            ? list.get(key)
            : named instanceof Map<?, ?> map ? map.get(key) : null;
    return Optional.ofNullable(value).map(Object::toString).orElse("");
  }
}
