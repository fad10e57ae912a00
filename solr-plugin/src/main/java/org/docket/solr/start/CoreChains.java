/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.core.PluginBag.PluginHolder;
import org.apache.solr.core.PluginInfo;
import org.apache.solr.core.SolrCore;
import org.apache.solr.handler.UpdateRequestHandler;
import org.apache.solr.request.SolrRequestHandler;
import org.apache.solr.update.processor.UpdateRequestProcessorChain;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;

/**
 * The chains of a core and the request handlers that lead there.
 *
 * @param defaultChain what updates go through that name no chain
 * @param named the other chains of solrconfig.xml that can be named
 * @param paths the update handlers, and whatever handler chooses a chain or a processor
 */
record CoreChains(Chain defaultChain, List<Chain> named, List<UpdatePath> paths) {

  CoreChains {
    named = List.copyOf(named);
    paths = List.copyOf(paths);
  }

  /** Reads them; possible from when the core informs its components. */
  static CoreChains of(SolrCore core) {
    UpdateRequestProcessorChain defaults = core.getUpdateProcessingChain(null);
    Chain defaultChain = Chain.unnamed(defaultTitle(core), defaults.getProcessors());
    List<Chain> named = new ArrayList<>();
    for (PluginInfo info : chainInfos(core)) {
      if (info.name != null && core.getUpdateProcessingChain(info.name) != defaults) {
        named.add(Chain.named(info.name, core.getUpdateProcessingChain(info.name).getProcessors()));
      }
    }
    return new CoreChains(defaultChain, named, paths(core));
  }

  /** The name under which solrconfig.xml has a processor of its own, outside of chains. */
  static Optional<String> nameOf(UpdateRequestProcessorFactory factory, SolrCore core) {
    return core.getUpdateProcessors().getRegistry().entrySet().stream()
        .filter(entry -> entry.getValue().isLoaded() && entry.getValue().get() == factory)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The default one first. */
  List<Chain> all() {
    List<Chain> all = new ArrayList<>(List.of(defaultChain));
    all.addAll(named);
    return all;
  }

  private static List<PluginInfo> chainInfos(SolrCore core) {
    return core.getSolrConfig().getPluginInfos(UpdateRequestProcessorChain.class.getName());
  }

  private static String defaultTitle(SolrCore core) {
    UpdateRequestProcessorChain chain = core.getUpdateProcessingChain(null);
    return chainInfos(core).stream()
        .map(info -> info.name)
        .filter(name -> name != null && core.getUpdateProcessingChain(name) == chain)
        .findFirst()
        .map(name -> "default chain '" + name + "'")
        .orElse("default chain");
  }

  private static List<UpdatePath> paths(SolrCore core) {
    List<UpdatePath> paths = new ArrayList<>();
    core.getRequestHandlers()
        .getRegistry()
        .forEach(
            (name, holder) -> {
              SolrParams params = HandlerParams.of(holder.getPluginInfo(), core);
              boolean chosen = HandlerParams.chooseChain(params);
              // One handler is known under the empty name too.
              if (!name.isEmpty() && (chosen || isUpdateHandler(holder))) {
                paths.add(new UpdatePath(name, chosen, chain(core, params), params));
              }
            });
    paths.sort((one, other) -> one.handler().compareTo(other.handler()));
    return paths;
  }

  private static boolean isUpdateHandler(PluginHolder<SolrRequestHandler> holder) {
    return holder.isLoaded() && holder.get() instanceof UpdateRequestHandler;
  }

  private static Chain chain(SolrCore core, SolrParams params) {
    String title = HandlerParams.title(params);
    try {
      return Chain.unnamed(title, core.getUpdateProcessorChain(params).getProcessors());
    } catch (SolrException e) {
      // It names what is not there: Solr refuses each of its requests, and says why.
      return Chain.unnamed(title, List.of());
    }
  }
}
