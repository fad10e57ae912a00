/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.solr.schema.IndexSchema;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the schema when the core starts, and again whenever it has become another one: fields
 * are added while documents come in, without any reload. Each thing is told once. Safe for use by
 * many threads.
 */
public final class SchemaWatch {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaWatch.class);

  private final DoccatConfig config;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private volatile String core = "?";
  private volatile IndexSchema seen;

  public SchemaWatch(DoccatConfig config) {
    this.config = config;
  }

  /**
   * The look at the start.
   *
   * @param core the name of the core, for messages
   * @param grows whether a source field that is absent may yet come to be
   * @throws DocketException if the schema does not do, and the configuration does not say that it
   *     shall do nevertheless
   */
  void start(String core, IndexSchema schema, boolean grows) {
    this.core = core;
    seen = schema;
    if (!grows) {
      SchemaCheck.check(config, schema);
    } else {
      SchemaCheck.checkTags(config, schema);
    }
    tell(findings(schema));
  }

  /** To be called for each request; costs nothing while the schema is the same. */
  public void look(IndexSchema schema) {
    if (schema != seen) {
      seen = schema;
      tell(findings(schema));
    }
  }

  private List<String> findings(IndexSchema schema) {
    List<String> findings = new ArrayList<>();
    try {
      SchemaCheck.requireTags(config, schema);
    } catch (DocketException e) {
      findings.add("documents will fail, or their tags will be useless: " + e.getMessage());
    }
    findings.addAll(new SourceCheck(schema).advice(config.sources()));
    findings.addAll(new TagAdvice(schema, config.fallback().isPresent()).of(TagField.of(config)));
    return findings;
  }

  private void tell(List<String> findings) {
    findings.stream()
        .filter(told::add)
        .forEach(finding -> LOG.warn("Docket in core {}: {}", core, finding));
  }
}
