/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The n-gram part of a model: which n-grams it has, and their weights, learned apart from the
 * network. The network then learns beside the logits that the n-grams give a text when they have
 * not seen it ({@link org.docket.training.ngram.Ngrams#logits}): stacking (Wolpert 1992).
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.training.ngram;
