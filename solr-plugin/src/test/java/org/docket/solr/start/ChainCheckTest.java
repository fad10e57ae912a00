/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.core.PluginBag.PluginHolder;
import org.apache.solr.core.PluginInfo;
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

  private final UpdateRequestProcessorFactory docket = new DoccatUpdateProcessorFactory();
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

  @Test
  void whatAHandlerMakesOfAChainIsLookedAtToo() {
    Chain plain = new Chain("default chain", List.of(log, distribution, run));
    UpdatePath path =
        new UpdatePath(
            "/update",
            true,
            new Chain("post-processor=doccat", List.of(log, distribution, docket, run)));
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

  private ChainCheck check(UpdateRequestProcessorFactory... chain) {
    return new ChainCheck(
        docket,
        Optional.empty(),
        new CoreChains(new Chain("default chain 'mine'", List.of(chain)), List.of(), List.of()));
  }
}
