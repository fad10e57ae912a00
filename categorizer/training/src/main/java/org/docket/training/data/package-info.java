/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Labelled texts to ids: each text is analysed once, its tokens are kept as numbers, on disk when
 * there are many, and drawn in batches. Networks are not known here.
 *
 * <p>{@link org.docket.training.data.EncodedCorpusBuilder} and what it makes are API.
 */
package org.docket.training.data;
