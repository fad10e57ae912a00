/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import org.docket.text.AnalysisSpec;

/**
 * From text to ids.
 *
 * @param language ISO code, which OpenNLP's manifest asks for
 * @param analysis how text becomes tokens
 * @param maxVocabulary how many tokens are learned at most
 * @param minDocuments a token must stand in this many documents
 */
public record TextConfig(
    String language, AnalysisSpec analysis, int maxVocabulary, int minDocuments) {}
