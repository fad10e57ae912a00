/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A collection of a Solr that runs: how commands name it, reach it and learn what it is.
 *
 * <p>{@link org.docket.cli.solr.collection.CollectionMixin} has the options, {@link
 * org.docket.cli.solr.collection.SolrCollection} asks, {@link
 * org.docket.cli.solr.collection.CollectionInfo} is what the plugin tells of itself.
 */
package org.docket.cli.solr.collection;
