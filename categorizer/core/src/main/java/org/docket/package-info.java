/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The doors of Docket: load a model, hand it text, get a {@link org.docket.Categorization}.
 *
 * <p>What stands behind the doors lives in the packages below: {@code text} (text to tokens),
 * {@code vocabulary} (tokens to ids), {@code inference} (ids to probabilities) with {@code kernel}
 * (its loops), {@code model} (the file) with {@code profile}, {@code io} and {@code memory}, {@code
 * opennlp} (what OpenNLP's own machinery loads by name), {@code evaluation} and {@code
 * explanation}. Nothing here or below trains, reads corpora or knows Solr.
 *
 * <p>API, as {@code evaluation}, {@code explanation}, {@code error} and {@code opennlp} are. What
 * is public in the other packages is so for Docket's own modules, and may change with any version.
 */
package org.docket;
