/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.params.UpdateParams;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.core.PluginInfo;
import org.apache.solr.core.RequestParams;
import org.apache.solr.core.RequestParams.ParamSet;
import org.apache.solr.core.SolrCore;

/** What a request handler adds to a request that says nothing itself. */
final class HandlerParams {

  private static final List<String> CHAIN =
      List.of(UpdateParams.UPDATE_CHAIN, "processor", "post-processor");

  private HandlerParams() {}

  /**
   * The handler's own parameters: as it has them in solrconfig.xml, with initParams, which Solr has
   * merged in already, and with the parameter sets that it names.
   *
   * @param info the handler; null for one that was not configured
   */
  static SolrParams of(PluginInfo info, SolrCore core) {
    if (info == null) {
      return new ModifiableSolrParams();
    }
    SolrParams defaults = section(info, PluginInfo.DEFAULTS);
    SolrParams appends = section(info, PluginInfo.APPENDS);
    SolrParams invariants = section(info, PluginInfo.INVARIANTS);
    for (ParamSet set : sets(info, core)) {
      defaults = SolrParams.wrapDefaults(set.getParams(PluginInfo.DEFAULTS), defaults);
      appends = SolrParams.wrapAppended(appends, set.getParams(PluginInfo.APPENDS));
      invariants = SolrParams.wrapDefaults(set.getParams(PluginInfo.INVARIANTS), invariants);
    }
    return SolrParams.wrapDefaults(invariants, SolrParams.wrapAppended(defaults, appends));
  }

  static boolean chooseChain(SolrParams params) {
    return CHAIN.stream().anyMatch(name -> params.get(name) != null);
  }

  /** What the parameters choose, as messages say it. */
  static String title(SolrParams params) {
    return CHAIN.stream()
        .filter(name -> params.get(name) != null)
        .map(name -> name + "=" + params.get(name))
        .collect(Collectors.collectingAndThen(Collectors.joining("&"), HandlerParams::orDefault));
  }

  private static String orDefault(String chosen) {
    return chosen.isEmpty() ? "default chain" : chosen;
  }

  private static SolrParams section(PluginInfo info, String name) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    if (info.initArgs != null && info.initArgs.get(name) instanceof NamedList<?> list) {
      list.forEach((key, value) -> params.add(key, String.valueOf(value)));
    }
    return params;
  }

  private static List<ParamSet> sets(PluginInfo info, SolrCore core) {
    String names = info.attributes.get(RequestParams.USEPARAM);
    if (names == null) {
      return List.of();
    }
    RequestParams known = core.getSolrConfig().getRequestParams();
    return Stream.of(names.split(","))
        .map(name -> known.getParams(name.trim()))
        .filter(set -> set != null)
        .toList();
  }
}
