/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.error.DocketException;

/**
 * Puts a model into SolrCloud's file store, has the configset name it, and waits until each replica
 * serves it. What fails on the way has the configset name the old one again.
 */
final class CloudDeployment implements Deployment {

  private final SolrNode node;
  private final Replicas replicas;
  private final List<Served> cores;
  private final CollectionInfo.Model old;
  private final Duration patience;
  private final Report report;

  /**
   * For a collection.
   *
   * @param cores the replicas that can be asked
   * @param old what serves
   */
  CloudDeployment(
      SolrNode node,
      Replicas replicas,
      List<Served> cores,
      CollectionInfo.Model old,
      Duration patience,
      Report report) {
    this.node = node;
    this.replicas = replicas;
    this.cores = List.copyOf(cores);
    this.old = old;
    this.patience = patience;
    this.report = report;
  }

  /** What the configset is to say. */
  private record Change(String location, List<Former> formers) {}

  /** A model to compare answers with. */
  private record Tried(NewModel model, List<String> texts) {}

  @Override
  public boolean isInService(NewModel model) {
    return new ServiceCheck(cores, patience).serves(model.sha256());
  }

  @Override
  public void deploy(NewModel model, List<String> texts) throws IOException, InterruptedException {
    try (Served collection = node.core(replicas.collection())) {
      tellOthers();
      String path = FileStore.path(old.location(), model.sha256());
      String location = FileStore.PREFIX + path;
      ConfigOverlay overlay = ConfigOverlay.read(collection.solr());
      Optional<ModelSetting> setting = overlay.setting(collection.solr(), old.location());
      new FileStore(node).upload(model, path);
      report.say("%s is in the file store as %s", model.file(), path);
      List<Former> before = overlay.formers();
      List<Former> after =
          old.location().equals(location) // an attempt that was killed
              ? before
              : Former.with(before, new Former(old.location(), old.sha256()));
      change(
          collection,
          setting.orElseThrow(() -> byHand(location)),
          new Change(location, after),
          new Change(old.location(), before),
          model.sha256(),
          Optional.of(new Tried(model, texts)));
    }
  }

  @Override
  public void rollBack(CollectionTexts texts) throws IOException, InterruptedException {
    try (Served collection = node.core(replicas.collection())) {
      ConfigOverlay overlay = ConfigOverlay.read(collection.solr());
      List<Former> formers = Former.without(overlay.formers(), old.sha256());
      if (formers.isEmpty()) {
        throw new DocketException(
            "there is no model to go back to: this collection has had no other by deploy");
      }
      tellOthers();
      Former last = formers.get(formers.size() - 1);
      change(
          collection,
          overlay
              .setting(collection.solr(), old.location())
              .orElseThrow(() -> byHand(last.location())),
          new Change(last.location(), formers.subList(0, formers.size() - 1)),
          new Change(old.location(), formers),
          last.sha256(),
          Optional.empty()); // the file is in the cluster, and its hash says what it is
    }
  }

  private void change(
      Served collection,
      ModelSetting setting,
      Change wanted,
      Change former,
      String sha256,
      Optional<Tried> tried)
      throws IOException, InterruptedException {
    ServiceCheck check = new ServiceCheck(cores, patience);
    try {
      apply(collection, setting, wanted, wanted.location().equals(former.location()));
      await(check, sha256, setting, wanted);
      if (tried.isPresent()) {
        report.fact(
            "textsCompared", check.requireAnswers(tried.get().model(), tried.get().texts()));
      }
    } catch (IOException | RuntimeException | InterruptedException e) {
      putBack(collection, setting, former, e);
    }
    report.say("All %d replicas that are up serve it", cores.size());
    replicas.down().forEach(down -> report.warn("%s is down and was not asked", down));
  }

  /** What a core has of its own wins over what the Config API says. */
  private void await(ServiceCheck check, String sha256, ModelSetting setting, Change wanted)
      throws IOException, InterruptedException {
    try {
      check.awaitHash(sha256);
    } catch (DeployFailedException e) {
      Optional<Served> unmoved =
          cores.stream()
              .filter(core -> !core.solr().info().model().location().equals(wanted.location()))
              .findFirst();
      if (setting.property().isEmpty() || unmoved.isEmpty()) {
        throw e;
      }
      throw new DeployFailedException(
          setting.property().get()
              + " is set in core.properties of "
              + unmoved.get().name()
              + " (property."
              + setting.property().get()
              + " when the collection was made), or as -D"
              + setting.property().get()
              + " of its Java, which counts for more than the Config API; take it out there",
          e);
    }
  }

  /**
   * Solr reloads what has changed.
   *
   * @param again whether it says so already, as after an attempt that was killed
   */
  private void apply(Served collection, ModelSetting setting, Change change, boolean again) {
    ConfigOverlay.change(collection.solr(), setting.commands(change.location(), change.formers()));
    if (again) {
      node.admin("/admin/collections", Map.of("action", "RELOAD", "name", replicas.collection()));
    }
  }

  /** Ends with an error in any case, which says what serves now. */
  private void putBack(Served collection, ModelSetting setting, Change former, Exception failure)
      throws IOException, InterruptedException {
    try {
      apply(collection, setting, former, false);
      new ServiceCheck(cores, patience).awaitHash(old.sha256());
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
      throw new DeployFailedException(
          failure.getMessage()
              + "; and the old model could not be put back: "
              + e.getMessage()
              + ". Set doccat.model to "
              + former.location()
              + " again",
          failure);
    }
    if (failure instanceof InterruptedException interrupt) {
      throw interrupt;
    }
    throw new DeployFailedException(
        failure.getMessage() + "; " + old.tag() + " is back in service", failure);
  }

  private void tellOthers() {
    if (!replicas.sharing().isEmpty()) {
      report.say(
          "%s has the same configset, and so gets the same model",
          String.join(", ", replicas.sharing()));
    }
  }

  private DeployFailedException byHand(String location) {
    return new DeployFailedException(
        "the model of "
            + replicas.collection()
            + " cannot be changed over HTTP: its solrconfig.xml names "
            + old.location()
            + " itself, or several models. "
            + old.tag()
            + " goes on serving. Write <str name=\"doccat.model\">${docket.model:"
            + location
            + "}</str> there, upload the configset and reload the collection; from then on deploy"
            + " does it all");
  }
}
