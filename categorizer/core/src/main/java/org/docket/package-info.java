/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The doors of Docket: load a model, hand it text, get a {@link org.docket.Categorization}.
 *
 * <p>What stands behind the doors lives in the packages below: {@code text} (text to tokens),
 * {@code vocabulary} (tokens to ids), {@code inference} (ids to probabilities), {@code model} (the
 * file), {@code opennlp} (what OpenNLP's own machinery loads by name) and {@code evaluation}.
 * Nothing here or below trains, reads corpora or knows Solr.
 */
package org.docket;
