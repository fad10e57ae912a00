/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.solr.core.CloseHook;
import org.apache.solr.core.SolrCore;
import org.apache.solr.update.SolrCoreState;
import org.docket.solr.model.SharedModels.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which model serves in which core, so that a core that reloads with a model that cannot be used
 * goes on with the one that it had.
 *
 * <p>What tells the old core from the new one's other predecessors is the state that the two share,
 * whatever the core is called by then. The old core holds its lease until the new one has taken its
 * place, so there is always something to take over. A core with a class loader of its own begins
 * with an empty list at each reload, and there is nothing to go on with. Safe for use by many
 * threads.
 */
public final class ServingModels {

  /** The models of the cores of this node. */
  public static final ServingModels NODE = new ServingModels();

  private static final Logger LOG = LoggerFactory.getLogger(ServingModels.class);

  private final List<Serving> all = new CopyOnWriteArrayList<>();

  ServingModels() {}

  /**
   * Takes a model for as long as a core lives: the one that is asked for, or else, in a core that
   * reloads, the one that its predecessor uses; the log then has an error.
   *
   * @param core is given a hook, by which the model is given back when it closes
   * @param user what the model is for; one core may have several
   * @param wanted takes the model that is asked for
   * @return the model, which the caller does not close
   * @throws RuntimeException that of {@code wanted}, if there is nothing to go on with
   */
  public Lease take(SolrCore core, User user, Supplier<Lease> wanted) {
    Lease lease;
    try {
      lease = wanted.get();
    } catch (RuntimeException e) {
      lease = predecessor(core, user).orElseThrow(() -> e);
      LOG.error(
          "Docket in core {}: the model of before the reload, {} (sha256 {}), goes on serving, for"
              + " the new one cannot be used; put it right and reload again: {}",
          core.getName(),
          lease.name(),
          lease.hash(),
          e.getMessage());
    }
    Serving serving = new Serving(core.getSolrCoreState(), user, lease);
    all.add(serving);
    core.addCloseHook(new GiveBack(serving));
    return lease;
  }

  private Optional<Lease> predecessor(SolrCore core, User user) {
    if (!core.isReloaded()) {
      return Optional.empty();
    }
    return newest(core.getSolrCoreState(), user::equals)
        .or(() -> newest(core.getSolrCoreState(), user::writesAs))
        .flatMap(Lease::share);
  }

  private Optional<Lease> newest(SolrCoreState core, Predicate<User> user) {
    List<Serving> matching = new ArrayList<>(all);
    matching.removeIf(serving -> serving.core != core || !user.test(serving.user));
    return matching.isEmpty()
        ? Optional.empty()
        : Optional.of(matching.get(matching.size() - 1).lease);
  }

  /**
   * What a model is for.
   *
   * @param model as the configuration names it
   * @param field where its answer goes; nobody else in the core writes there, as a rule
   */
  public record User(String model, String field) {

    private boolean writesAs(User other) {
      return field.equals(other.field);
    }
  }

  /** Told apart by identity: two reloads may use one model for the same purpose. */
  private static final class Serving {

    private final SolrCoreState core;
    private final User user;
    private final Lease lease;

    Serving(SolrCoreState core, User user, Lease lease) {
      this.core = core;
      this.user = user;
      this.lease = lease;
    }
  }

  /** When the last request of the core is done. */
  private final class GiveBack implements CloseHook {

    private final Serving serving;

    GiveBack(Serving serving) {
      this.serving = serving;
    }

    @Override
    public void postClose(SolrCore core) {
      all.remove(serving);
      serving.lease.close();
    }
  }
}
