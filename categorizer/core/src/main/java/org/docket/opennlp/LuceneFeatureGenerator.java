/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import java.util.Collection;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;
import org.docket.text.TextAnalyzer;

/**
 * Cleans what an OpenNLP pipeline hands over with the model's own Lucene chain, so that any
 * tokenizer will do. Immutable and thread-safe.
 */
final class LuceneFeatureGenerator implements FeatureGenerator {

  private final TextAnalyzer analyzer;

  LuceneFeatureGenerator(TextAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * The cleaned tokens, in order.
   *
   * @param text tokens of any tokenizer
   * @param extraInformation not used
   */
  @Override
  public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
    return analyzer.analyze(String.join(" ", text)).tokens().stream()
        .map(Features.CLEANED::concat)
        .toList();
  }
}
