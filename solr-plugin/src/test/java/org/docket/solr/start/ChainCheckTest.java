/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.core.PluginBag.PluginHolder;
import org.apache.solr.core.PluginInfo;
import org.apache.solr.update.processor.AtomicUpdateProcessorFactory;
import org.apache.solr.update.processor.DistributedUpdateProcessorFactory;
import org.apache.solr.update.processor.LogUpdateProcessorFactory;
import org.apache.solr.update.processor.RunUpdateProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessorChain.LazyUpdateProcessorFactoryHolder.LazyUpdateRequestProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;
import org.docket.error.DocketException;
import org.docket.solr.DoccatUpdateProcessorFactory;
import org.junit.jupiter.api.Test;

/** The rest is tested in a real Solr. */
class ChainCheckTest {

  private static final boolean CLOUD = true;
  private static final boolean STANDALONE = false;

  private final UpdateRequestProcessorFactory docket = docket("predicted_category");
  private final UpdateRequestProcessorFactory log = new LogUpdateProcessorFactory();
  private final UpdateRequestProcessorFactory distribution =
      new DistributedUpdateProcessorFactory();
  private final UpdateRequestProcessorFactory run = new RunUpdateProcessorFactory();

  @Test
  void whereItBelongs() {
    assertThat(check(docket, log, distribution, run).check(CLOUD)).isEmpty();
    assertThat(check(docket, log, distribution, run).check(STANDALONE)).isEmpty();
  }

  @Test
  void afterDistributionIsRefusedInSolrCloudOnly() {
    ChainCheck check = check(log, distribution, docket, run);

    assertThat(check.check(STANDALONE)).isEmpty();
    assertThatThrownBy(() -> check.check(CLOUD))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "the default chain 'mine' has this processor after"
                + " solr.DistributedUpdateProcessorFactory, where SolrCloud would run it again on"
                + " every replica; put it first: <updateRequestProcessorChain …><processor"
                + " class=\"org.docket.solr.DoccatUpdateProcessorFactory\">…</processor><processor"
                + " class=\"solr.LogUpdateProcessorFactory\"/><processor"
                + " class=\"solr.DistributedUpdateProcessorFactory\"/><processor"
                + " class=\"solr.RunUpdateProcessorFactory\"/></updateRequestProcessorChain>");
  }

  /** There Docket sees whole documents, which have the history that they came with. */
  @Test
  void aHistoryThatWouldNotBeWrittenIsTold() {
    UpdateRequestProcessorFactory keeps = docket("predicted_category", "predicted_history");
    ChainCheck check =
        new ChainCheck(
            keeps,
            Optional.empty(),
            new CoreChains(
                Chain.unnamed("default chain 'mine'", List.of(log, distribution, keeps, run)),
                List.of(),
                List.of()));

    assertThat(check.check(STANDALONE))
        .containsExactly(
            "the default chain 'mine' has this processor after"
                + " solr.DistributedUpdateProcessorFactory, where partial updates have been made"
                + " whole documents: doccat.historyField stays as it is; put this processor first");
  }

  @Test
  void whatAHandlerMakesOfAChainIsLookedAtToo() {
    Chain plain = Chain.unnamed("default chain", List.of(log, distribution, run));
    UpdatePath path =
        new UpdatePath(
            "/update",
            true,
            Chain.unnamed("post-processor=doccat", List.of(log, distribution, docket, run)),
            new ModifiableSolrParams());
    ChainCheck check =
        new ChainCheck(
            docket, Optional.of("doccat"), new CoreChains(plain, List.of(), List.of(path)));

    assertThat(check.check(STANDALONE)).isEmpty();
    assertThat(check.handlers()).containsExactly("/update");
    assertThatThrownBy(() -> check.check(CLOUD))
        .hasMessageContaining(
            "the chain of /update has this processor after solr.DistributedUpdateProcessorFactory"
                + " (where post-processor=doccat puts it)");
  }

  @Test
  void outOfAPackageItIsFoundInItsWrapper() {
    PluginHolder<UpdateRequestProcessorFactory> holder =
        new PluginHolder<>(new PluginInfo("processor", Map.of("class", "x")), docket);
    ChainCheck check = check(new LazyUpdateRequestProcessorFactory(holder), log, distribution, run);

    assertThat(check.check(STANDALONE)).isEmpty();
    assertThat(check.check(CLOUD))
        .singleElement()
        .asString()
        .contains("out of a package", "partial updates are not tagged");
  }

  @Test
  void aChainThatNobodyUsesIsCalledByItsName() {
    String name = "the team's 'own' chain";
    ChainCheck check =
        new ChainCheck(
            docket,
            Optional.empty(),
            new CoreChains(
                Chain.unnamed("default chain", List.of(log, distribution, run)),
                List.of(Chain.named(name, List.of(docket, log, distribution, run))),
                List.of()));

    assertThat(check.check(STANDALONE))
        .singleElement()
        .asString()
        .contains(
            "unless a request says update.chain=" + name + ": ",
            "<str name=\"update.chain\">" + name + "</str>");
  }

  @Test
  void handlersThatGoPastTheDefaultChainAreNamed() {
    List<UpdateRequestProcessorFactory> all = List.of(docket, log, distribution, run);
    List<UpdateRequestProcessorFactory> plain = List.of(log, distribution, run);
    UpdateRequestProcessorFactory second = docket("second_category");

    assertThat(
            bypassed(
                path("/update", false, "default chain", all),
                path("/update/csv", true, "update.chain=plain", plain),
                path("/update/json", true, "update.chain=plain", plain),
                path(
                    "/update/second",
                    true,
                    "update.chain=second",
                    List.of(second, log, distribution, run))))
        .containsExactly(
            "documents sent to /update/csv, /update/json are not tagged: the default chain 'mine'"
                + " has the processor, but the handlers say update.chain=plain, which has it not;"
                + " put it there too");
    assertThat(
            bypassed(
                path("/update", true, "update.chain=plain", plain),
                path("/update/csv", true, "processor=other", plain)))
        .containsExactly(
            "documents sent to /update, /update/csv are not tagged: the default chain 'mine' has"
                + " the processor, but the handlers say update.chain=plain and processor=other,"
                + " which have it not; put it there too");
  }

  @Test
  void twoThatWriteTheSameFieldAreToldOnce() {
    UpdateRequestProcessorFactory same = docket("predicted_category");
    UpdateRequestProcessorFactory other = docket("other_category");

    assertThat(check(same, docket, log, distribution, run).check(STANDALONE))
        .containsExactly(
            "the default chain 'mine' has two of Docket's processors that both write"
                + " predicted_category: the later one takes what the earlier one wrote for a tag"
                + " that came with the document, and keeps or replaces it; give each fields of its"
                + " own");
    assertThat(check(docket, same, log, distribution, run).check(STANDALONE)).isEmpty();
    assertThat(check(other, docket, log, distribution, run).check(STANDALONE)).isEmpty();
  }

  @Test
  void whatMakesPartialUpdatesBehindItIsTold() {
    UpdateRequestProcessorFactory atomic = new AtomicUpdateProcessorFactory();

    assertThat(check(atomic, docket, log, distribution, run).check(STANDALONE)).isEmpty();
    assertThat(check(docket, atomic, log, distribution, run).check(STANDALONE))
        .containsExactly(
            "the default chain 'mine' has solr.AtomicUpdateProcessorFactory after this processor:"
                + " it makes partial updates of documents that were tagged as whole ones, so that a"
                + " person's tag in the index is overwritten; put <processor"
                + " class=\"solr.AtomicUpdateProcessorFactory\"/> before this processor");
  }

  private List<String> bypassed(UpdatePath... paths) {
    CoreChains chains =
        new CoreChains(
            Chain.unnamed("default chain 'mine'", List.of(docket, log, distribution, run)),
            List.of(),
            List.of(paths));
    return new ChainCheck(docket, Optional.empty(), chains).check(STANDALONE);
  }

  private static UpdatePath path(
      String handler, boolean chosen, String title, List<UpdateRequestProcessorFactory> chain) {
    return new UpdatePath(handler, chosen, Chain.unnamed(title, chain), new ModifiableSolrParams());
  }

  private static UpdateRequestProcessorFactory docket(String categoryField) {
    return docket(categoryField, "");
  }

  private static UpdateRequestProcessorFactory docket(String categoryField, String historyField) {
    DoccatUpdateProcessorFactory factory = new DoccatUpdateProcessorFactory();
    NamedList<String> arguments = new NamedList<>();
    arguments.add("doccat.model", "m.bin");
    arguments.add("doccat.fl", "text");
    arguments.add("doccat.categoryField", categoryField);
    arguments.add("doccat.historyField", historyField);
    factory.init(arguments);
    return factory;
  }

  private ChainCheck check(UpdateRequestProcessorFactory... chain) {
    return new ChainCheck(
        docket,
        Optional.empty(),
        new CoreChains(
            Chain.unnamed("default chain 'mine'", List.of(chain)), List.of(), List.of()));
  }
}
