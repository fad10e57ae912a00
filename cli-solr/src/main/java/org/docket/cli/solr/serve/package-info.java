/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The command {@code serve}: Docket's own Solr with its page on a home that stays, or the page for
 * a Solr that runs elsewhere.
 *
 * <p>A home is laid out once and used as it is afterwards: data, configset and model are the
 * user's. {@link org.docket.cli.solr.serve.HomeState} remembers in it what it was made of, and
 * {@link org.docket.cli.solr.serve.HomeLock} keeps a second server away.
 */
package org.docket.cli.solr.serve;
