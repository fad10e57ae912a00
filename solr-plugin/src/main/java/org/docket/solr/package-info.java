/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Solr plugin: an update processor that tags documents with a category as Solr indexes them.
 *
 * <p>{@link org.docket.solr.DoccatUpdateProcessorFactory} is what solrconfig.xml names; it reads
 * the {@code doccat.*} parameters, loads the model when the core starts and makes a {@link
 * org.docket.solr.DoccatUpdateProcessor} for each request. Everything else here is internal.
 *
 * <p>What turns text into categories lives in docket-core; nothing here knows of LSTMs. Only Solr's
 * public API that Solr 9 and Solr 10 share is used.
 */
package org.docket.solr;
