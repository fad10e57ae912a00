/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code docket review}: what people decided.
 *
 * <p>{@link org.docket.cli.solr.review.Export} writes it as training data, {@link
 * org.docket.cli.solr.review.Agreement} counts how often they agree with the model, {@link
 * org.docket.cli.solr.review.Queue} tells what waits for them.
 */
package org.docket.cli.solr.review;
