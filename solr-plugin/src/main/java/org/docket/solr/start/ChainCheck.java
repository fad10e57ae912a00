/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatParams;
import org.docket.solr.tagger.Tagger;

/** Checks that documents come to a factory, at a place where it can tag them. */
final class ChainCheck {

  private static final String LOG_AND_RUN =
      "<processor class=\"solr.LogUpdateProcessorFactory\"/>%s"
          + "<processor class=\"solr.RunUpdateProcessorFactory\"/></updateRequestProcessorChain>";
  private static final String DOCKET_FIRST =
      "<updateRequestProcessorChain …><processor class=\"org.docket.solr."
          + "DoccatUpdateProcessorFactory\">…</processor>";

  private final UpdateRequestProcessorFactory factory;
  private final Optional<String> name;
  private final CoreChains chains;

  /**
   * A check of one factory.
   *
   * @param name under which solrconfig.xml has it outside of chains, if so
   */
  ChainCheck(UpdateRequestProcessorFactory factory, Optional<String> name, CoreChains chains) {
    this.factory = factory;
    this.name = name;
    this.chains = chains;
  }

  /**
   * Checks where the factory stands.
   *
   * @param cloud whether the core is one of SolrCloud's
   * @return what an administrator should know, each in one line
   * @throws DocketException if it stands where it cannot work
   */
  List<String> check(boolean cloud) {
    List<Chain> places = places();
    places.forEach(chain -> refuseWrongPlace(chain, cloud));
    List<String> warnings = new ArrayList<>();
    unreached().ifPresent(warnings::add);
    for (Chain chain : places) {
      if (!chain.hasRun()) {
        warnings.add(withoutRun(chain));
      }
      if (cloud && chain.wraps(factory)) {
        warnings.add(wrapped(chain));
      }
      if (chain.hasAtomicBehind(factory)) {
        warnings.add(beforeAtomic(chain));
      }
      if (keepsHistory() && chain.hasAfterDistribution(factory)) {
        warnings.add(withoutHistory(chain));
      }
      List<String> twice = chain.fieldsWrittenBefore(factory);
      if (!twice.isEmpty()) {
        warnings.add(writtenTwice(chain, twice));
      }
    }
    return warnings;
  }

  /** The handlers whose requests are tagged without naming a chain. */
  List<String> handlers() {
    return paths().stream().map(UpdatePath::handler).toList();
  }

  /** The ways to the factory that a request need not name. */
  List<UpdatePath> paths() {
    return chains.paths().stream().filter(path -> path.chain().has(factory)).toList();
  }

  /** What has the factory: chains, and what handlers make of them with {@code processor}. */
  List<Chain> places() {
    List<Chain> known = chains.all().stream().filter(chain -> chain.has(factory)).toList();
    Stream<Chain> made =
        chains.paths().stream()
            .filter(UpdatePath::chosen)
            .map(path -> Chain.unnamed("chain of " + path.handler(), path.chain().processors()))
            .filter(chain -> chain.has(factory))
            .filter(
                chain -> known.stream().noneMatch(k -> k.processors().equals(chain.processors())));
    return Stream.concat(known.stream(), made).toList();
  }

  private void refuseWrongPlace(Chain chain, boolean cloud) {
    if (chain.hasAfterRun(factory)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "the %s has this processor after solr.RunUpdateProcessorFactory, where documents are"
                  + " in the index already and would never be tagged; put it first: %s",
              chain.title(),
              wanted("")));
    }
    if (cloud && chain.hasAfterDistribution(factory)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "the %s has this processor after solr.DistributedUpdateProcessorFactory%s, where"
                  + " SolrCloud would run it again on every replica; put it first: %s",
              chain.title(),
              name.map(n -> " (where post-processor=" + n + " puts it)").orElse(""),
              wanted("<processor class=\"solr.DistributedUpdateProcessorFactory\"/>")));
    }
  }

  private static String wanted(String distribution) {
    return DOCKET_FIRST + String.format(Locale.ROOT, LOG_AND_RUN, distribution);
  }

  private Optional<String> unreached() {
    if (chains.defaultChain().has(factory)) {
      return bypassed();
    }
    if (!handlers().isEmpty()) {
      return Optional.empty();
    }
    List<Chain> named = chains.named().stream().filter(chain -> chain.has(factory)).toList();
    return Optional.of(named.isEmpty() ? inNoChain() : inUnusedChains(named));
  }

  /** The default chain has it, but updates go elsewhere, all of them or some. */
  private Optional<String> bypassed() {
    boolean chosenElsewhere =
        chains.paths().stream().anyMatch(path -> path.chosen() && path.chain().has(factory));
    List<UpdatePath> bypasses =
        chains.paths().stream().filter(path -> !path.chain().hasTagger()).toList();
    return chosenElsewhere || bypasses.isEmpty()
        ? Optional.empty()
        : Optional.of(bypassed(bypasses));
  }

  private String bypassed(List<UpdatePath> bypasses) {
    List<String> ways = bypasses.stream().map(path -> path.chain().title()).distinct().toList();
    return String.format(
        Locale.ROOT,
        "documents sent to %s are not tagged: the %s has the processor, but the %s %s, which %s it"
            + " not; put it there too",
        bypasses.stream().map(UpdatePath::handler).collect(Collectors.joining(", ")),
        chains.defaultChain().title(),
        bypasses.size() == 1 ? "handler says" : "handlers say",
        String.join(" and ", ways),
        ways.size() == 1 ? "has" : "have");
  }

  private String inUnusedChains(List<Chain> named) {
    String title = named.get(0).title();
    String plainName = named.get(0).name().orElseThrow();
    return String.format(
        Locale.ROOT,
        "nothing is tagged unless a request says update.chain=%s: the %s has the processor, but is"
            + " not the default and no request handler names it; give it default=\"true\", or give"
            + " the handler <lst name=\"defaults\"><str name=\"update.chain\">%s</str></lst>",
        plainName,
        title,
        plainName);
  }

  private String inNoChain() {
    return name.map(ChainCheck::inNoChain)
        .orElse(
            "nothing is tagged: the processor is in no chain that a request can reach; the chain"
                + " that it should stand in needs default=\"true\", or a name and a handler that"
                + " names it");
  }

  private static String inNoChain(String name) {
    return String.format(
        Locale.ROOT,
        "nothing is tagged unless a request says processor=%s: <updateProcessor name=\"%s\"> is in"
            + " no chain and no request handler names it; give the default chain"
            + " processor=\"%s\", or give the handler <lst name=\"defaults\">"
            + "<str name=\"processor\">%s</str></lst>",
        name,
        name,
        name,
        name);
  }

  private static String withoutRun(Chain chain) {
    return String.format(
        Locale.ROOT,
        "the %s has no solr.RunUpdateProcessorFactory, so that what it tags is not indexed; end it"
            + " with <processor class=\"solr.RunUpdateProcessorFactory\"/>",
        chain.title());
  }

  private static String beforeAtomic(Chain chain) {
    return String.format(
        Locale.ROOT,
        "the %s has solr.AtomicUpdateProcessorFactory after this processor: it makes partial updates"
            + " of documents that were tagged as whole ones, so that a person's tag in the index is"
            + " overwritten; put <processor class=\"solr.AtomicUpdateProcessorFactory\"/> before"
            + " this processor",
        chain.title());
  }

  private static String writtenTwice(Chain chain, List<String> fields) {
    return String.format(
        Locale.ROOT,
        "the %s has two of Docket's processors that both write %s: the later one takes what the"
            + " earlier one wrote for a tag that came with the document, and keeps or replaces it;"
            + " give each fields of its own",
        chain.title(),
        String.join(", ", fields));
  }

  private boolean keepsHistory() {
    return factory instanceof Tagger tagger && tagger.config().history().isPresent();
  }

  private static String withoutHistory(Chain chain) {
    return String.format(
        Locale.ROOT,
        "the %s has this processor after solr.DistributedUpdateProcessorFactory, where partial"
            + " updates have been made whole documents: %s stays as it is; put this processor"
            + " first",
        chain.title(),
        DoccatParams.HISTORY_FIELD);
  }

  private static String wrapped(Chain chain) {
    return String.format(
        Locale.ROOT,
        "the %s has this processor out of a package, in a wrapper that Solr passes over on the"
            + " leader of a shard: partial updates are not tagged; put Docket's jars into the lib"
            + " folder of the Solr home instead",
        chain.title());
  }
}
