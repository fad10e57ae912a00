/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code docket index}: documents of any corpus into a collection, once each.
 *
 * <p>Reading makes documents ({@code fields}) and batches of them ({@link
 * org.docket.cli.solr.index.Batches}), clients bring these to Solr ({@code send}), and what Solr
 * has acknowledged goes into the {@link org.docket.cli.solr.index.Journal}, what it refused into
 * the {@link org.docket.cli.solr.index.RejectedFile}.
 */
package org.docket.cli.solr.index;
