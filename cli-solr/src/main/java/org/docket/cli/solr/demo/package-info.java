/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The command {@code demo}: from a CSV of complaints to a faceted Solr index, in one go.
 *
 * <p>It does what a user would do by hand, and nothing else: lays out a Solr home, starts Solr,
 * posts the CSV to it and asks it over HTTP. The plugin does the tagging; nothing here does.
 */
package org.docket.cli.solr.demo;
