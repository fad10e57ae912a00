/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.solr.core.SolrCore;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.metrics.ModelInfo;

/** Says in one line what is tagged in a core, with what, and where. */
final class StartReport {

  private static final int SHORT_HASH = 12;

  private final SolrCore core;
  private final DoccatConfig config;
  private final ModelInfo model;

  StartReport(SolrCore core, DoccatConfig config, ModelInfo model) {
    this.core = core;
    this.config = config;
    this.model = model;
  }

  String line(ChainCheck chains) {
    return String.format(
        Locale.ROOT,
        "Docket in core %s: %s%s -> %s; model %s (sha256 %s, %d categories); kernel %s; in %s, used"
            + " by %s; %s",
        core.getName(),
        config.enabled() ? "" : "switched off, unless a request says doccat=true: ",
        config.sources(),
        TagField.of(config).stream().map(TagField::name).collect(Collectors.joining(", ")),
        model.name(),
        model.sha256().substring(0, SHORT_HASH),
        model.categories().size(),
        model.kernel(),
        orNone(chains.places().stream().map(chain -> "the " + chain.title()).toList()),
        orNone(chains.handlers()),
        Versions.seenBy(core));
  }

  private static String orNone(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
