/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.solr.core.PluginInfo;
import org.apache.solr.core.SolrCore;
import org.apache.solr.update.processor.UpdateRequestProcessorChain;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.metrics.CoreMetrics;

/** The taggers of a core, found where solrconfig.xml puts them. */
public final class Taggers {

  private Taggers() {}

  /**
   * A tagger and where it stands.
   *
   * @param chain the name of its chain; none if the chain has no name, or it stands alone as an
   *     {@code <updateProcessor>}
   */
  public record Placed(Optional<String> chain, Tagger tagger) {}

  /** Those in chains, in the order of the chains, then those that stand alone. */
  public static List<Placed> of(SolrCore core) {
    List<Placed> found = new ArrayList<>();
    for (PluginInfo chain :
        core.getSolrConfig().getPluginInfos(UpdateRequestProcessorChain.class.getName())) {
      add(found, Optional.ofNullable(chain.name), processors(core, chain.name));
    }
    for (String name : core.getUpdateProcessors().keySet()) {
      UpdateRequestProcessorFactory alone = core.getUpdateProcessors().get(name);
      if (found.stream().noneMatch(placed -> placed.tagger() == alone)) {
        add(found, Optional.empty(), List.of(alone));
      }
    }
    return found;
  }

  /**
   * What a tagger's metrics are called: those of a second category field have a name of their own.
   * Points would part the name for Solr.
   */
  public static String metricsScope(SolrCore core, DoccatConfig config) {
    String categoryField = config.fields().category();
    Optional<String> first =
        of(core).stream().map(placed -> placed.tagger().config().fields().category()).findFirst();
    return first.isEmpty() || first.get().equals(categoryField)
        ? CoreMetrics.SCOPE
        : CoreMetrics.SCOPE + "-" + categoryField.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  private static List<UpdateRequestProcessorFactory> processors(SolrCore core, String chain) {
    return core.getUpdateProcessingChain(chain).getProcessors();
  }

  private static void add(
      List<Placed> found, Optional<String> chain, List<UpdateRequestProcessorFactory> factories) {
    for (UpdateRequestProcessorFactory factory : factories) {
      if (factory instanceof Tagger tagger) {
        found.add(new Placed(chain, tagger));
      }
    }
  }
}
