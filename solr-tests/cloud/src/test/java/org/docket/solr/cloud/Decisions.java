/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.SolrInputField;
import org.apache.solr.update.AddUpdateCommand;

/**
 * Who decided on which document, in all nodes of this process: a {@link RecorderFactory} stands on
 * each side of Docket's processor, and where the category field of a document is another object
 * after it than before it, the category was decided there.
 *
 * <p>Safe for use by many threads.
 */
final class Decisions {

  /** One for each document that a node decided on, as often as it did. */
  static final List<Decision> ALL = new CopyOnWriteArrayList<>();

  private static final String FIELD = "predicted_category";
  private static final Object NONE = new Object();
  private static final Map<String, Object> BEFORE = new ConcurrentHashMap<>();

  private Decisions() {}

  /**
   * A category was written or taken out.
   *
   * @param id the document
   * @param node the name of the node
   * @param phase of the distribution: NONE where the document came in, TOLEADER, FROMLEADER
   */
  record Decision(String id, String node, String phase) {}

  static void before(AddUpdateCommand add, String node, String phase) {
    BEFORE.put(key(add, node, phase), field(add));
  }

  static void after(AddUpdateCommand add, String node, String phase) {
    if (BEFORE.remove(key(add, node, phase)) != field(add)) {
      ALL.add(new Decision(add.getPrintableId(), node, phase));
    }
  }

  static void clear() {
    ALL.clear();
    BEFORE.clear();
  }

  /** How many decisions each node made in each phase, as "node phase". */
  static Map<String, Long> byPlace() {
    return ALL.stream()
        .collect(Collectors.groupingBy(d -> d.node() + " " + d.phase(), Collectors.counting()));
  }

  private static String key(AddUpdateCommand add, String node, String phase) {
    return add.getPrintableId() + " " + node + " " + phase;
  }

  private static Object field(AddUpdateCommand add) {
    SolrInputDocument document = add.getSolrInputDocument();
    SolrInputField field = document.getField(FIELD);
    return field == null ? NONE : field;
  }
}
