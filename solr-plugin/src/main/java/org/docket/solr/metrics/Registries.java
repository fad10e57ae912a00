/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.Arrays;
import org.apache.solr.core.SolrCore;
import org.apache.solr.metrics.SolrMetricsContext;

/** Finds out which metrics library this Solr has. */
final class Registries {

  private Registries() {}

  /** The registry of a core: classes of the library that is not there are not touched. */
  static Registry of(SolrCore core, String scope) {
    SolrMetricsContext context = core.getSolrMetricsContext().getChildContext(new Object());
    return hasOpenTelemetry(context.getClass())
        ? new OpenTelemetryRegistry(context, OpenTelemetryRegistry.attributes(core), scope)
        : new DropwizardRegistry(context, scope);
  }

  /** Solr 10 has, and has nothing else. */
  static boolean hasOpenTelemetry(Class<?> context) {
    return Arrays.stream(context.getMethods())
        .anyMatch(method -> method.getName().equals("longCounter"));
  }
}
