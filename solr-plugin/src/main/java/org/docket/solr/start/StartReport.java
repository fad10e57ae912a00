/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.solr.core.SolrCore;
import org.docket.kernel.Kernels;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.model.SharedModels;

/** Says in one line what is tagged in a core, with what, and where. */
final class StartReport {

  private static final int SHORT_HASH = 8;

  private final SolrCore core;
  private final DoccatConfig config;
  private final SharedModels.Lease model;

  StartReport(SolrCore core, DoccatConfig config, SharedModels.Lease model) {
    this.core = core;
    this.config = config;
    this.model = model;
  }

  String line(ChainCheck chains) {
    return String.format(
        Locale.ROOT,
        "Docket in core %s%s: %s -> %s; model %s (sha256 %s, %d categories); kernel %s; in %s, used"
            + " by %s; %s",
        core.getName(),
        config.enabled() ? "" : " (switched off, unless a request says doccat=true)",
        String.join(", ", config.sourceFields()),
        TagField.of(config).stream().map(TagField::name).collect(Collectors.joining(", ")),
        model.name(),
        model.hash().substring(0, SHORT_HASH),
        model.categorizer().categories().size(),
        Kernels.best().name(),
        orNone(chains.places().stream().map(chain -> "the " + chain.title()).toList()),
        orNone(chains.handlers()),
        Versions.seenBy(core));
  }

  private static String orNone(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
