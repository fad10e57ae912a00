/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.error.DocketException;
import org.docket.io.Sha256;

/**
 * Puts a model in the place of the file that Solr reads, on a disk that this machine writes, and
 * has the cores that use it reload. What fails on the way puts the old one back.
 */
final class DiskDeployment implements Deployment {

  private final SolrNode node;
  private final ModelFolder folder;
  private final List<Served> cores;
  private final CollectionInfo.Model old;
  private final Duration patience;
  private final Report report;

  /**
   * For a file.
   *
   * @param model the file that Solr reads
   * @param cores all that read it
   * @param old what serves
   */
  DiskDeployment(
      SolrNode node,
      Path model,
      List<Served> cores,
      CollectionInfo.Model old,
      Duration patience,
      Report report) {
    this.node = node;
    this.folder = new ModelFolder(model);
    this.cores = List.copyOf(cores);
    this.old = old;
    this.patience = patience;
    this.report = report;
  }

  @Override
  public boolean isInService(NewModel model) {
    return new ServiceCheck(cores, patience).serves(model.sha256());
  }

  @Override
  public void deploy(NewModel model, List<String> texts) throws IOException, InterruptedException {
    requireVeryFile(model);
    folder.requireWritable();
    List<Former> before = folder.formers();
    Path kept = keepOld();
    report.say("%s is kept as %s", old.tag(), kept);
    report.fact("kept", kept.toString());
    // First: what is written down and has not come to serve is seen by its hash.
    folder.formers(Former.with(before, new Former(kept.getFileName().toString(), old.sha256())));
    replace(model, texts, before);
  }

  /** An attempt that was killed has kept it already, and may have left the new one in its place. */
  private Path keepOld() throws IOException {
    return folder.keeps(old.sha256()) ? folder.kept(old.sha256()) : folder.keep(old.sha256());
  }

  @Override
  public void rollBack(CollectionTexts texts) throws IOException, InterruptedException {
    List<Former> formers = Former.without(folder.formers(), old.sha256());
    if (formers.isEmpty()) {
      throw new DocketException(
          "there is no model to go back to: " + folder.model() + " has had no other by deploy");
    }
    Former last = formers.get(formers.size() - 1);
    if (!folder.keeps(last.sha256())) {
      throw new DocketException(
          folder.kept(last.sha256())
              + ", the model of before, is missing or has changed; deploy it from where you have"
              + " it");
    }
    NewModel model = NewModel.load(folder.kept(last.sha256()));
    requireVeryFile(model);
    folder.requireWritable();
    keepOld();
    replace(model, texts.of(model), formers);
    folder.formers(formers.subList(0, formers.size() - 1));
  }

  private void replace(NewModel model, List<String> texts, List<Former> before)
      throws IOException, InterruptedException {
    try {
      folder.put(model.file(), model.sha256());
      reload();
      ServiceCheck check = new ServiceCheck(cores, patience);
      check.awaitHash(model.sha256());
      report.fact("textsCompared", check.requireAnswers(model, texts));
    } catch (IOException | RuntimeException | InterruptedException e) {
      putBack(before, e);
    }
  }

  /** Ends with an error in any case, which says what serves now. */
  private void putBack(List<Former> before, Exception failure)
      throws IOException, InterruptedException {
    try {
      folder.put(folder.kept(old.sha256()), old.sha256());
      folder.formers(before);
      reload();
      new ServiceCheck(cores, patience).awaitHash(old.sha256());
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
      throw new DeployFailedException(
          failure.getMessage()
              + "; and the old model could not be put back: "
              + e.getMessage()
              + ". It is kept as "
              + folder.kept(old.sha256())
              + ": put it in the place of "
              + folder.model()
              + " and reload the cores "
              + names(),
          failure);
    }
    if (failure instanceof InterruptedException interrupt) {
      throw interrupt;
    }
    throw new DeployFailedException(
        failure.getMessage() + "; " + old.tag() + " is back in service", failure);
  }

  private void reload() {
    for (Served core : cores) {
      node.admin("/admin/cores", Map.of("action", "RELOAD", "core", core.name()));
      report.say("%s is reloaded", core.name());
    }
  }

  /** A path may name one file here and another there. */
  private void requireVeryFile(NewModel model) throws IOException {
    String here = Sha256.hex(folder.model());
    boolean isLeft = here.equals(model.sha256()) && folder.keeps(old.sha256());
    if (here.equals(old.sha256()) || isLeft) {
      return;
    }
    String what =
        LocalModel.isSame(model.file(), folder.model())
            ? "--model is the very file that Solr reads, and the model that serves is no more in it"
            : folder.model() + " is not the model that serves";
    throw new DocketException(
        what
            + " ("
            + NewModel.shortened(here)
            + " lies there, "
            + NewModel.shortened(old.sha256())
            + " serves), so that there would be no way back. Put the model that serves there, or"
            + " name this machine's view of the Solr home by --solr-home");
  }

  private String names() {
    return String.join(", ", cores.stream().map(Served::name).toList());
  }
}
