/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A real Solr inside this process, with the page in front of it, and to test the packaged plugin.
 *
 * <p>{@link org.docket.solr.server.SolrHome} lays out the folders of a Solr node and {@link
 * org.docket.solr.server.SolrServer} runs one on them, reachable from this machine only. Nothing
 * here knows Docket's classes: the plugin comes in as its zip, as it does for any Solr. Not for
 * production, which has a Solr of its own.
 */
package org.docket.solr.server;
