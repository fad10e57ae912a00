/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Solr plugin: what solrconfig.xml names.
 *
 * <p>{@link org.docket.solr.DoccatUpdateProcessorFactory} reads the {@code doccat.*} parameters
 * ({@code config}), checks them against the core ({@code start}), takes the model ({@code model})
 * and makes for each request a processor ({@code update}) that reads and writes documents ({@code
 * document}). The packages below are internal, even where their classes are public.
 *
 * <p>What turns text into categories lives in docket-core; nothing here knows of LSTMs. Only Solr's
 * public API that Solr 9 and Solr 10 share is used.
 */
package org.docket.solr;
