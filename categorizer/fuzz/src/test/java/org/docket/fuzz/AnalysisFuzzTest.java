/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.docket.text.AnalysisSpec;
import org.docket.text.AnalyzedText;
import org.docket.text.PlacedToken;
import org.docket.text.TextAnalyzer;

/**
 * Each version of the analysis chain, as it is by default, with all off, with limits that bite; and
 * plain text next to the same text through Lucene.
 */
class AnalysisFuzzTest {

  private static final Map<AnalysisSpec, TextAnalyzer> OF_LUCENE = new ConcurrentHashMap<>();

  private static final List<TextAnalyzer> ANALYZERS =
      IntStream.rangeClosed(1, AnalysisSpec.CHAIN)
          .mapToObj(AnalysisSpec.english()::withChain)
          .flatMap(spec -> Stream.of(spec, bare(spec), spec.withMaxTokens(3).withMaxChars(50)))
          .map(TextAnalyzer::new)
          .toList();

  /**
   * The last byte of the input chooses the chain; the rest is the text in UTF-8, where the bytes 1
   * and 2 stand for the halves of a character.
   */
  @FuzzTest
  void text(byte[] input) {
    int end = Math.max(0, input.length - 1);
    TextAnalyzer analyzer =
        ANALYZERS.get(input.length == 0 ? 0 : (input[end] & 0xFF) % ANALYZERS.size());
    String text =
        new String(input, 0, end, StandardCharsets.UTF_8)
            .replace('\u0001', '\uD83D')
            .replace('\u0002', '\uDE00');
    AnalyzedText analyzed = analyzer.analyze(text);

    List<String> tokens = analyzed.tokens();
    assertThat(tokens).hasSizeLessThanOrEqualTo(analyzer.spec().maxTokens());
    for (String token : tokens) {
      assertThat(token).isNotEmpty().hasSizeLessThanOrEqualTo(analyzer.spec().maxTokenLength());
    }
    assertThat(analyzer.analyze(text)).isEqualTo(analyzed);
    assertThat(ofLucene(analyzer).analyze(text)).isEqualTo(analyzed);
    List<String> consumed = new ArrayList<>();
    boolean cut =
        analyzer.analyze(text, (buffer, length) -> consumed.add(String.valueOf(buffer, 0, length)));
    assertThat(consumed).isEqualTo(tokens);
    assertThat(cut).isEqualTo(analyzed.truncated());
    requirePlaces(text, tokens, analyzer.places(text));
  }

  private static TextAnalyzer ofLucene(TextAnalyzer analyzer) {
    return OF_LUCENE.computeIfAbsent(analyzer.spec(), TextAnalyzer::ofLucene);
  }

  private static void requirePlaces(String text, List<String> tokens, List<PlacedToken> places) {
    assertThat(places.stream().map(PlacedToken::token).toList()).isEqualTo(tokens);
    for (PlacedToken place : places) {
      assertThat(place.start()).isBetween(0, place.end() - 1);
      assertThat(place.end()).isLessThanOrEqualTo(text.length());
    }
  }

  private static AnalysisSpec bare(AnalysisSpec spec) {
    return new AnalysisSpec(
        spec.chain(), false, false, false, 8, spec.maxTokens(), spec.maxChars(), List.of());
  }
}
