/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/**
 * Where a collection has its model: the way that leads there, and all cores that get what is put
 * there.
 */
final class Place implements AutoCloseable {

  private final SolrNode node;
  private final List<Served> cores = new ArrayList<>();
  private Deployment deployment;

  private Place(SolrNode node) {
    this.node = node;
  }

  /**
   * Finds it.
   *
   * @throws DocketException if Solr does not answer what must be known
   */
  static Place of(SolrCollection collection, CollectionInfo info, Wishes wishes, Report report) {
    Place place = new Place(SolrNode.of(collection));
    try {
      if (place.node.isCloud()) {
        place.inCloud(collection, info.model(), wishes, report);
      } else {
        place.onDisk(collection, info.model(), wishes, report);
      }
      report.fact("cores", place.cores.stream().map(Served::name).toList());
      return place;
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }

  Deployment deployment() {
    return deployment;
  }

  List<Served> cores() {
    return cores;
  }

  private void inCloud(
      SolrCollection collection, CollectionInfo.Model old, Wishes wishes, Report report) {
    Replicas replicas = Replicas.of(node, collection.collection());
    replicas.active().forEach(core -> cores.add(node.core(core)));
    if (cores.isEmpty()) {
      throw new DocketException("no replica of " + collection.name() + " is active");
    }
    deployment = new CloudDeployment(node, replicas, cores, old, wishes.patience(), report);
  }

  private void onDisk(
      SolrCollection collection, CollectionInfo.Model old, Wishes wishes, Report report) {
    LocalModel local = new LocalModel(node, wishes.home());
    Optional<Path> file =
        wishes.copied() ? Optional.empty() : local.find(collection.collection(), old);
    cores.add(node.core(collection.collection()));
    addOthers(collection.collection(), old, report);
    deployment =
        file.isPresent()
            ? new DiskDeployment(node, file.get(), cores, old, wishes.patience(), report)
            : new CopiedDeployment(node, cores, old, wishes.copied(), wishes.patience(), report);
  }

  /** Cores of the node with the same file: they would get the model at their next reload anyway. */
  private void addOthers(String core, CollectionInfo.Model model, Report report) {
    for (String other : node.cores().keySet()) {
      if (!other.equals(core)) {
        Served served = node.core(other);
        if (uses(served, model, report)) {
          cores.add(served);
        } else {
          served.close();
        }
      }
    }
  }

  private static boolean uses(Served core, CollectionInfo.Model model, Report report) {
    try {
      CollectionInfo.Model other = core.solr().info().model();
      return other.location().equals(model.location()) && other.sha256().equals(model.sha256());
    } catch (DocketException e) {
      if (e.getMessage().contains("several taggers")) {
        report.warn(
            "the core %s has several processors and is not looked at; reload it if one of them has"
                + " the model %s",
            core.name(), model.location());
      }
      return false;
    }
  }

  @Override
  public void close() {
    cores.forEach(Served::close);
    node.close();
  }
}
