/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The n-gram part of a model: which n-grams it has, and their weights, learned apart from the
 * network and set beside it.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.training.ngram;
