/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Documents on their way to Solr: many at once, as fast as Solr takes them, and again when it did
 * not. {@link org.docket.cli.solr.index.send.Clients} is the way in, {@link
 * org.docket.cli.solr.index.send.Delivery} what one of them does.
 */
package org.docket.cli.solr.index.send;
