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
        model.shortHash(),
        model.categories().size(),
        model.kernel(),
        list(chains.places().stream().map(chain -> "the " + chain.title()).toList(), "no chain"),
        list(chains.handlers(), "no handler"),
        Versions.seenBy(core));
  }

  private static String list(List<String> names, String none) {
    return names.isEmpty() ? none : String.join(", ", names);
  }
}
