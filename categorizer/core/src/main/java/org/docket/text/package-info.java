/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The one path from text to tokens, for training and for serving alike: a Lucene analysis chain,
 * described by an {@link org.docket.text.AnalysisSpec} that is kept in the model.
 *
 * <p>Ids, weights and categories are not known here.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.text;
