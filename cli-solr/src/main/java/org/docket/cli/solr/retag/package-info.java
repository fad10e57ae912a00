/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code docket retag}: tags again what the current model would tag differently.
 *
 * <p>{@link org.docket.cli.solr.retag.Survey} asks what the model in service would say, and counts;
 * {@link org.docket.cli.solr.retag.Retagging} then makes Solr's plugin tag anew, batch after batch.
 */
package org.docket.cli.solr.retag;
