/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.request.SolrRequestInfo;
import org.docket.solr.config.DoccatParams;
import org.docket.solr.config.SourceFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns, once, when many documents in a row have no text to categorize: the text is then probably
 * in other fields than those that are looked at. Safe for use by many threads; documents that come
 * at the same time are one row.
 */
public final class SilenceWatch {

  /** So many documents in a row are no accident. */
  static final int LIMIT = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
  private static final int FIELDS_TOLD = 20;

  private final SourceFields sources;
  private final AtomicInteger row = new AtomicInteger();
  private final AtomicBoolean told = new AtomicBoolean();

  /** For documents whose text comes from these fields. */
  public SilenceWatch(SourceFields sources) {
    this.sources = sources;
  }

  /** To be called for each whole document, with the text that was found in it. */
  public void saw(SolrInputDocument document, SourceText text) {
    if (told.get()) {
      return;
    }
    if (!text.isBlank()) {
      if (row.get() > 0) {
        row.set(0);
      }
    } else if (row.incrementAndGet() >= LIMIT && told.compareAndSet(false, true)) {
      LOG.warn(
          "Docket in core {}: {} documents in a row had no text in {}, and were not tagged; the last one had"
              + " the fields {}; name in {} what holds the text",
          core(),
          LIMIT,
          sources,
          document.getFieldNames().stream().limit(FIELDS_TOLD).collect(Collectors.joining(", ")),
          DoccatParams.FL);
    }
  }

  /** Of the request that this thread works on. */
  private static String core() {
    SolrRequestInfo info = SolrRequestInfo.getRequestInfo();
    return info == null ? "?" : info.getReq().getCore().getName();
  }
}
