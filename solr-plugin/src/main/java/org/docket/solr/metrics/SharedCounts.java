/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.solr.core.SolrCore;
import org.apache.solr.metrics.SolrMetricsContext;

/**
 * What is counted here and not in Solr's registry. It outlives a reload, where the new core opens
 * before the old one closes. Safe for use by many threads.
 */
final class SharedCounts {

  private static final int MAX_CATEGORIES = 1_000;
  private static final int MAX_KINDS = 50;
  private static final ConcurrentMap<Key, Entry> OPEN = new ConcurrentHashMap<>();

  private final CountsByName categories = new CountsByName(MAX_CATEGORIES);
  private final CountsByName failures = new CountsByName(MAX_KINDS);
  private Drift drift;

  private SharedCounts() {}

  /** Those of a core, which are to be released once for each time that they are acquired. */
  static SharedCounts acquire(Key key) {
    return OPEN.compute(key, (k, entry) -> entry == null ? Entry.first() : entry.with(1)).counts();
  }

  static void release(Key key) {
    OPEN.computeIfPresent(key, (k, entry) -> entry.users() == 1 ? null : entry.with(-1));
  }

  CountsByName categories() {
    return categories;
  }

  CountsByName failures() {
    return failures;
  }

  /** The drift of a model: another model begins anew. */
  synchronized Drift drift(ModelInfo model) {
    if (drift == null || !drift.isOf(model)) {
      drift = new Drift(model);
    }
    return drift;
  }

  /**
   * Whose counts they are.
   *
   * @param node Solr's metric manager, of which a node has one
   * @param registry the core's name, as that manager knows it
   * @param scope which tagger of the core
   */
  record Key(Object node, String registry, String scope) {

    static Key of(SolrCore core, String scope) {
      SolrMetricsContext context = core.getSolrMetricsContext();
      return new Key(context.getMetricManager(), context.getRegistryName(), scope);
    }
  }

  private record Entry(SharedCounts counts, int users) {

    static Entry first() {
      return new Entry(new SharedCounts(), 1);
    }

    Entry with(int more) {
      return new Entry(counts, users + more);
    }
  }
}
