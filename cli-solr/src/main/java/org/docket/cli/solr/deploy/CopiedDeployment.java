/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.error.DocketException;

/**
 * For a Solr whose disk this machine does not see: says where the model belongs, and takes it into
 * service when somebody says to have put it there.
 */
final class CopiedDeployment implements Deployment {

  private final SolrNode node;
  private final List<Served> cores;
  private final CollectionInfo.Model old;
  private final boolean copied;
  private final Duration patience;
  private final Report report;

  /**
   * For a core.
   *
   * @param copied whether the model is said to be where it belongs
   */
  CopiedDeployment(
      SolrNode node,
      List<Served> cores,
      CollectionInfo.Model old,
      boolean copied,
      Duration patience,
      Report report) {
    this.node = node;
    this.cores = List.copyOf(cores);
    this.old = old;
    this.copied = copied;
    this.patience = patience;
    this.report = report;
  }

  @Override
  public boolean isInService(NewModel model) {
    return new ServiceCheck(cores, patience).serves(model.sha256());
  }

  @Override
  public void deploy(NewModel model, List<String> texts) throws IOException, InterruptedException {
    if (!copied) {
      throw new DeployFailedException(
          "this machine does not have the file that Solr at "
              + node.address()
              + " reads. Nothing is done. On that machine keep "
              + place()
              + " under another name, copy "
              + model.file()
              + " to "
              + place()
              + ".tmp and rename it in place of the old one; then say --copied here, and the core"
              + " is reloaded and looked at. If this machine sees that Solr home under another"
              + " path, say --solr-home");
    }
    for (Served core : cores) {
      node.admin("/admin/cores", Map.of("action", "RELOAD", "core", core.name()));
      report.say("%s is reloaded", core.name());
    }
    ServiceCheck check = new ServiceCheck(cores, patience);
    try {
      check.awaitHash(model.sha256());
      report.fact("textsCompared", check.requireAnswers(model, texts));
    } catch (DeployFailedException e) {
      throw new DeployFailedException(
          e.getMessage()
              + ". Look whether "
              + place()
              + " is there the file that "
              + model.file()
              + " is here; if it is to be no more, put the old one back and reload",
          e);
    }
  }

  @Override
  public void rollBack(CollectionTexts texts) {
    throw new DocketException(
        "this machine does not have the file that Solr at "
            + node.address()
            + " reads, and so knows of no model of before. Put that in the place of "
            + place()
            + " there, and say deploy --model MODEL --copied here; or say --solr-home");
  }

  private String place() {
    return old.location().startsWith("/") ? old.location() : node.home() + "/" + old.location();
  }
}
