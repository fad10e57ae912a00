/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.documents;

import java.io.IOException;
import java.util.Optional;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.CursorMarkParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.solr.collection.SolrCollection;

/**
 * All documents that a query finds, a page at a time, sorted by id alone: so each is met once,
 * however much others change meanwhile. Pages have fewer documents where these are long, so that
 * memory stays bounded. For one thread.
 */
public final class CursorWalk {

  /** Where every walk begins. */
  public static final String START = CursorMarkParams.CURSOR_MARK_START;

  private static final int MOST_ROWS = 500;
  private static final int FIRST_ROWS = 100;

  /** What the texts of a page should come to. */
  private static final long PAGE_CHARS = 8_000_000;

  private final SolrCollection collection;
  private final Patience patience;
  private final ModifiableSolrParams params;
  private String cursor;
  private int rows = FIRST_ROWS;
  private long found;
  private boolean over;

  /**
   * Prepares a walk; Solr is not asked yet.
   *
   * @param query what to find ({@code q}, {@code fq}) and what to tell of it ({@code fl})
   * @param key the field of the ids
   * @param cursor where to begin: {@link #START}, or what {@link #cursor} was
   */
  public CursorWalk(
      SolrCollection collection, Patience patience, SolrParams query, String key, String cursor) {
    this.collection = collection;
    this.patience = patience;
    this.cursor = cursor;
    this.params = new ModifiableSolrParams(query);
    params.set(CommonParams.SORT, key + " asc");
    // Whatever the handler's own parameters ask for beside the documents.
    for (String component : new String[] {"facet", "hl", "group", "spellcheck", "mlt", "stats"}) {
      params.set(component, false);
    }
  }

  /**
   * The next page; nothing after the last.
   *
   * @throws org.docket.error.DocketException if Solr refuses the query
   * @throws IOException if Solr does not answer
   */
  public Optional<SolrDocumentList> next() throws IOException {
    if (over) {
      return Optional.empty();
    }
    params.set(CommonParams.ROWS, rows).set(CursorMarkParams.CURSOR_MARK_PARAM, cursor);
    NamedList<Object> answer = select();
    SolrDocumentList page = (SolrDocumentList) answer.get("response");
    found = page.getNumFound();
    String next = (String) answer.get(CursorMarkParams.CURSOR_MARK_NEXT);
    over = next == null || next.equals(cursor);
    cursor = next == null ? cursor : next;
    if (page.isEmpty()) {
      over = true;
      return Optional.empty();
    }
    rows = (int) Math.max(1, Math.min(MOST_ROWS, PAGE_CHARS * page.size() / chars(page)));
    return Optional.of(page);
  }

  /** Where a walk goes on behind the last page. */
  public String cursor() {
    return cursor;
  }

  /** How many documents there were altogether when the last page was asked for. */
  public long found() {
    return found;
  }

  private NamedList<Object> select() throws IOException {
    try {
      return patience.ask(
          () ->
              collection
                  .client()
                  .request(
                      new GenericSolrRequest(SolrRequest.METHOD.POST, "/select", params)
                          .setRequiresCollection(true)));
    } catch (SolrException e) {
      throw collection.refused(e);
    }
  }

  /** Those of the texts, and at least one for each document. */
  private static long chars(SolrDocumentList page) {
    long chars = page.size();
    for (SolrDocument document : page) {
      for (Object value : document.values()) {
        chars += chars(value);
      }
    }
    return chars;
  }

  private static long chars(Object value) {
    if (value instanceof Iterable<?> values) {
      long chars = 0;
      for (Object each : values) {
        chars += chars(each);
      }
      return chars;
    }
    return value instanceof CharSequence text ? text.length() : 1;
  }
}
