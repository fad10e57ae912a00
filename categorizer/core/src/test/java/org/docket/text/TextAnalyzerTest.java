/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.docket.CollidingWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalyzerTest {

  private final TextAnalyzer analyzer = new TextAnalyzer(AnalysisSpec.english());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The Bank charged late fees        | bank charged late fees",
        "I did NOT authorize, never!       | not authorize never",
        "<p>late&nbsp;fee<br>&amp; more</p>| late fee more",
        "Café résumé naïve                 | cafe resume naive",
        "paid {$1,200.00} on XX/XX/2023    | paid amount4 redacted 2023",
        "{$35.00} fee                      | amount2 fee",
        "$ 35 fee and 40 days              | amount2 fee 40 days",
        "{ $ 1,200.00 } paid               | amount4 paid",
        "US$200 and £99.99 and €5          | amount3 amount2 amount1",
        "amount of $123456789012.00        | amount amount8",
        "called XXXX XXXX XX/XX/XXXX at X  | called redacted x",
        "xxxx, xxxx bank xxxx              | redacted bank redacted",
        "the amount 200, amount4, paid in $ | amount 200 amount4 paid usd",
        "large amount {$XXXX}              | large amount usdxxxx",
        "AT&T took $35                     | t took amount2",
        "fee of &#36;35 &amp; more         | fee amount2 more",
        "<i>$</i>35, $1                    | amount2 amount1",
        "&amp; late fee                    | late fee",
        "$ bank $ $ 5 fee                  | usd bank usd amount1 fee",
        "40 2000 days                      | 40 2000 days",
      })
  void cleans(String text, String expected) {
    assertThat(String.join(" ", analyzer.analyze(text).tokens())).isEqualTo(expected);
  }

  /** What was reported: a pair says the same, but was not read so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a href=\"https://x.example/?t=\">see</a> escrow <a href=\"https://x.example\">more</a>"
            + " | see escrow more",
        "<!-- My student loan servicer misapplied | My student loan servicer misapplied",
        "mort\u00ADgage es\u00ADcrow was fore\u00ADclosed | mortgage escrow was foreclosed",
        "late\u202Ffee | late fee",
        "cafe\u0301 | caf\u00E9",
        "on <YYYY> they <i think> lost it | on YYYY they i think lost it",
        "see https://x.example/escrow/lost now | see now",
      })
  void readsTheSameAsWhatWasMeant(String text, String meant) {
    assertThat(analyzer.analyze(text).tokens())
        .isNotEmpty()
        .isEqualTo(analyzer.analyze(meant).tokens());
    TextAnalyzer before = new TextAnalyzer(AnalysisSpec.english().withChain(1));
    assertThat(before.analyze(text)).isNotEqualTo(before.analyze(meant));
  }

  /** Texts that have nothing to clean are the same to all versions of the chain. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Bank charged late fees, and I did NOT authorize it!",
        "paid {$1,200.00} on XX/XX/2023 to \u201CAcme\u201D \u2013 it\u2019s na\u00EFve",
        "<p>late&nbsp;fee<br>&amp; <b>more</b></p>",
        "fee of &#36;35 &euro;5 \u00A37",
      })
  void plainTextIsAsBefore(String text) {
    TextAnalyzer before = new TextAnalyzer(AnalysisSpec.english().withChain(1));
    assertThat(analyzer.analyze(text)).isEqualTo(before.analyze(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void placesAreThoseOfTheTextAsItWas(int chain) {
    TextAnalyzer analyzer = new TextAnalyzer(AnalysisSpec.english().withChain(chain));
    String text = "<p>I paid</p></div> €35 and $1,200.00: caf&eacute; <i>fees</i> to XXXX XX";
    List<PlacedToken> places = analyzer.places(text);
    assertThat(places.stream().map(PlacedToken::token))
        .isEqualTo(analyzer.analyze(text).tokens())
        .containsExactly("paid", "amount2", "amount4", "cafe", "fees", "redacted");
    assertThat(places.stream().map(place -> text.substring(place.start(), place.end())))
        .containsExactly("paid", "€35", "$1,200.00", "caf&eacute;", "fees", "XXXX");
  }

  @Test
  void bothDoorsGiveTheSameTokens() {
    String text =
        "I sent <b>{$1,200.00}</b> to XXXX XXXX; they said \"don't\" \uD83D\uDE00 ünïcode";
    List<String> consumed = new ArrayList<>();
    analyzer.analyze(text, (buffer, length) -> consumed.add(new String(buffer, 0, length)));
    assertThat(consumed).isNotEmpty().isEqualTo(analyzer.analyze(text).tokens());
  }

  @Test
  void cleaningJoinedTokensAgainChangesNothing() {
    String text = "They took {$1,200.00} from XXXX on XX/XX/2021 and I can't afford it";
    List<String> once = analyzer.analyze(text).tokens();
    assertThat(analyzer.analyze(String.join(" ", once)).tokens()).isEqualTo(once);
  }

  @Test
  void switchesTurnStepsOff() {
    AnalysisSpec bare = new AnalysisSpec(2, false, false, false, 40, 300, 1000, List.of());
    assertThat(new TextAnalyzer(bare).analyze("The <b>XXXX</b> $5").tokens())
        .containsExactly("the", "b", "xxxx", "b", "5");
  }

  @Test
  void cutsAfterMaxTokens() {
    TextAnalyzer three = new TextAnalyzer(AnalysisSpec.english().withMaxTokens(3));
    assertThat(three.analyze("one two three")).isEqualTo(new AnalyzedText(words(3), false));
    assertThat(three.analyze("one two three four")).isEqualTo(new AnalyzedText(words(3), true));
  }

  @Test
  void cutsAfterMaxCharsButNotWithinAPair() {
    TextAnalyzer four = new TextAnalyzer(AnalysisSpec.english().withMaxChars(4));
    assertThat(four.analyze("bank")).isEqualTo(new AnalyzedText(List.of("bank"), false));
    assertThat(four.analyze("banks")).isEqualTo(new AnalyzedText(List.of("bank"), true));
    assertThat(four.analyze("ban\uD83D\uDE00")).isEqualTo(new AnalyzedText(List.of("ban"), true));
  }

  @Test
  void dropsTokensThatAreTooLong() {
    assertThat(analyzer.analyze("z".repeat(41) + " " + "y".repeat(40)).tokens())
        .containsExactly("y".repeat(40));
  }

  @Test
  void brokenSurrogatesAndControlCharactersAreNoError() {
    assertThat(analyzer.analyze("bank \uD800 fee \uDC00\uD800 \u0000 loan").tokens())
        .contains("bank", "fee", "loan");
  }

  @Test
  void tenMegabytesAreCut() {
    AnalyzedText text = analyzer.analyze("bank loan ".repeat(1_000_000));
    assertThat(text.truncated()).isTrue();
    assertThat(text.tokens()).hasSize(400);
  }

  @Test
  void streamsAreReusableAfterATextThatWasCutInTheMiddleOfALookAhead() {
    TextAnalyzer one = new TextAnalyzer(AnalysisSpec.english().withMaxTokens(1));
    assertThat(one.analyze("$ of money xxxx").tokens()).containsExactly("usd");
    assertThat(one.analyze("xxxx bank").tokens()).containsExactly("redacted");
  }

  /** As programs leave behind that cut a text after so many chars. */
  @ParameterizedTest
  @ValueSource(strings = {"late fee ", "&lt; late fee ", "a <b>late</b> fee ", "fee $35 "})
  void halfOfASurrogatePairAtTheEndTakesNothingAway(String text) {
    List<String> expected = analyzer.analyze(text.repeat(20)).tokens();
    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(analyzer.analyze(text.repeat(20) + "\uD83D").tokens()).isEqualTo(expected);
    assertThat(analyzer.analyze(text.repeat(20) + "\uD83D\uD83D").tokens()).isEqualTo(expected);
    assertThat(analyzer.analyze("\uD83D").tokens()).isEmpty();
  }

  @Test
  void manyThreadsGetTheTokensOfOne() {
    List<String> texts = IntStream.range(0, 400).mapToObj(i -> "bank " + i + " $" + i).toList();
    List<AnalyzedText> serial = texts.stream().map(analyzer::analyze).toList();
    assertThat(texts.parallelStream().map(analyzer::analyze).toList()).isEqualTo(serial);
  }

  @Test
  void aChainThatIsNotKnownIsRefused() {
    assertThatThrownBy(() -> AnalysisSpec.english().withChain(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "its analysis chain has version 3, and this Docket knows up to version 2: use a newer"
                + " Docket");
    assertThatThrownBy(() -> AnalysisSpec.english().withChain(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("its analysis chain has version 0, which never was");
    assertThat(AnalysisSpec.english().withChain(1).withMaxChars(5).withMaxTokens(6).chain())
        .isEqualTo(1);
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> AnalysisSpec.english().withMaxTokens(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxTokens must be from 1 to 100000, but is 0");
    assertThatCode(() -> limits(1, 1, 1, 0)).doesNotThrowAnyException();
    assertThatCode(() -> limits(255, 100_000, 100_000_000, 10_000)).doesNotThrowAnyException();
    refused("maxTokenLength", () -> limits(256, 1, 1, 0));
    refused("maxTokens", () -> limits(1, 100_001, 1, 0));
    refused("maxChars", () -> limits(1, 1, 100_000_001, 0));
    refused("stopWords", () -> limits(1, 1, 1, 10_001));
  }

  @Test
  void stopWordsThatAreMadeToCollideAreRefusedWithTheSpec() {
    List<String> words = CollidingWords.of(13);
    assertThatThrownBy(() -> new AnalysisSpec(2, true, true, true, 40, 300, 1000, words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("its words are made to collide");
  }

  private static AnalysisSpec limits(int tokenLength, int tokens, int chars, int stopWords) {
    List<String> words = Collections.nCopies(stopWords, "the");
    return new AnalysisSpec(2, true, true, true, tokenLength, tokens, chars, words);
  }

  private static void refused(String what, ThrowingCallable limits) {
    assertThatThrownBy(limits)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(what + " must be ");
  }

  private static List<String> words(int n) {
    return List.of("one", "two", "three").subList(0, n);
  }
}
