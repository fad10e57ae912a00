/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Solr plugin: what solrconfig.xml names.
 *
 * <p>{@link org.docket.solr.DoccatUpdateProcessorFactory} reads the {@code doccat.*} parameters
 * ({@code config}), takes the model ({@code model}), looks at the core when all of it is there
 * ({@code start}) and makes for each request a processor ({@code update}) that reads and writes
 * documents ({@code document}) and counts ({@code metrics}). {@link
 * org.docket.solr.DoccatRequestHandler} answers texts ({@code handler}) as these would be tagged
 * ({@code tagger}). The packages below are internal, even where their classes are public.
 *
 * <p>What turns text into categories lives in docket-core; nothing here knows of LSTMs. Only what
 * Solr 9.0 and Solr 10.0 share is used, but for two places that choose at run time: the registries
 * of metrics, and Solr's file store.
 */
package org.docket.solr;
