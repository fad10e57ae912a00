/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import org.apache.solr.core.SolrCore;
import org.apache.solr.update.UpdateHandler;
import org.apache.solr.update.UpdateLog;

/** What a core that refuses to start owes to the one that it was to replace. */
public final class ReloadedCore {

  private ReloadedCore() {}

  /**
   * Gives the update log back to the core that goes on serving. To be called before a refusal is
   * thrown.
   *
   * <p>The two cores share the log, and it belongs to the new one from when that was being built.
   * If the new one is dropped, Solr does not turn it back: with a closed core behind it, the log
   * cannot open searchers, so that after a delete by query a real-time get would still find what
   * was deleted.
   *
   * @param refusing the new core; nothing is done if it replaces none
   */
  public static void giveBackUpdateLog(SolrCore refusing) {
    UpdateLog log = refusing.getUpdateHandler().getUpdateLog();
    if (!refusing.isReloaded() || log == null) {
      return;
    }
    try (SolrCore serving = refusing.getCoreContainer().getCore(refusing.getName())) {
      if (serving == null || serving == refusing) {
        return;
      }
      UpdateHandler handler = serving.getUpdateHandler();
      if (handler.getUpdateLog() == log) {
        log.init(handler, serving);
      }
    }
  }
}
