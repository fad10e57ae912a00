/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plain text gets the tokens of Lucene to the letter. {@code -Ddocket.plain=1000000} tries so many
 * random texts for each kind of chain.
 */
class PlainTextTest {

  private static final int TEXTS = Integer.getInteger("docket.plain", 1_000);

  /** One of each kind of character, as a tokenizer and the filters behind it see them. */
  private static final String KINDS = "ax1_.:,'$ -";

  /** What a word ends with where Lucene's tokenizer has seen as much as it sees at once. */
  private static final String ENDS = "a1_.:,'$ \u2019\u00E9";

  private static final List<AnalysisSpec> SPECS = specs();

  /** Pairs of the same chain: as it serves, and as it is defined. */
  private static final List<Pair> PAIRS = SPECS.stream().map(Pair::new).toList();

  private static final Pair ENGLISH = new Pair(AnalysisSpec.english());

  /** Keeps the longest words. */
  private static final Pair WIDE =
      new Pair(new AnalysisSpec(AnalysisSpec.CHAIN, true, true, true, 255, 1000, 5000, List.of()));

  private static final Pair BARE =
      new Pair(
          new AnalysisSpec(AnalysisSpec.CHAIN, false, false, false, 255, 1000, 5000, List.of("a")));

  private record Pair(AnalysisSpec spec, TextAnalyzer served, TextAnalyzer defined) {

    Pair(AnalysisSpec spec) {
      this(spec, new TextAnalyzer(spec), TextAnalyzer.ofLucene(spec));
    }

    void requireSame(String text) {
      AnalyzedText expected = defined.analyze(text);
      if (!served.analyze(text).equals(expected)) {
        assertThat(served.analyze(text)).as("%s: \"%s\"", spec, text).isEqualTo(expected);
      }
    }
  }

  /** Each switch and each limit, on and off, biting and not. */
  private static List<AnalysisSpec> specs() {
    List<AnalysisSpec> specs = new ArrayList<>();
    List<String> odd = List.of("amount2", "usd", "redacted", "The", "don't", "caf\u00E9", "x", "x");
    for (int chain = 1; chain <= AnalysisSpec.CHAIN; chain++) {
      specs.add(AnalysisSpec.english().withChain(chain));
      specs.add(new AnalysisSpec(chain, false, false, false, 255, 1000, 5000, List.of()));
      specs.add(new AnalysisSpec(chain, true, false, true, 255, 1000, 5000, odd));
      specs.add(new AnalysisSpec(chain, false, true, false, 254, 1000, 5000, List.of("a")));
      specs.add(new AnalysisSpec(chain, true, true, true, 3, 2, 20, List.of("ax", "1")));
      specs.add(new AnalysisSpec(chain, true, true, true, 255, 1, 5000, odd));
    }
    return specs;
  }

  /** All that characters of different kinds can be to each other. */
  @Test
  void allShortTextsOfAllKindsOfCharacters() {
    for (int length = 1; length <= 5; length++) {
      int texts = (int) Math.pow(KINDS.length(), length);
      for (int number = 0; number < texts; number++) {
        String text = text(number, length);
        assertThat(ENGLISH.served.isPlain(text)).isTrue();
        ENGLISH.requireSame(text);
        BARE.requireSame(text);
      }
    }
  }

  private static String text(int number, int length) {
    char[] text = new char[length];
    int rest = number;
    for (int i = 0; i < length; i++) {
      text[i] = KINDS.charAt(rest % KINDS.length());
      rest /= KINDS.length();
    }
    return new String(text);
  }

  /** Each character that there is, between all that it might join. */
  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "a%sa", "1%s1", "a%s1", "_%s_", "a%s%sa", "$%s5", "a%s a", "x%sx x"})
  void eachCharacterThatIsPlain(String around) {
    int plain = 0;
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = around.replace("%s", Character.toString((char) c));
      if (ENGLISH.served.isPlain(text)) {
        plain++;
        PAIRS.forEach(pair -> pair.requireSame(text));
      }
    }
    assertThat(plain).isGreaterThan(200);
  }

  /** Lucene's tokenizer sees 255 characters at once, and cuts words there. */
  @Test
  void wordsAsLongAsTheTokenizerSees() {
    for (String begin : List.of("", "a", "1", "_", "$", "a ", "a.b", "_1", "$_", "usd")) {
      for (String run : List.of("a", "1", "_", "x", "a.", "1,", "_a", "\u00E9", "$")) {
        for (int length = 250; length <= 258; length++) {
          for (String end : ENDS.split("")) {
            String text = begin + run.repeat(length).substring(0, length) + end;
            for (String rest : List.of("", "a", ".1", "_".repeat(300) + "a")) {
              WIDE.requireSame(text + rest);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "late fee",
        "It\u2019s \u201Cna\u00EFve\u201D \u2013 I paid \u20AC5\u2026",
        "<b>late</b> fees &amp; AT&T",
        "see https://x.example/y, and more",
        "mort\u00ADgage",
        "cafe\u0301",
      })
  void whatIsPlainOnceItIsClean(String text) {
    assertThat(ENGLISH.served.isPlain(text)).isTrue();
    assertThat(ENGLISH.defined.isPlain(text)).isFalse();
    PAIRS.forEach(pair -> pair.requireSame(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stra\u00DFe", "1\u0661", "\uD83D\uDE00", "\u4E2D", "a\u00B7b", "\u00A9"})
  void otherCharactersAreLeftToLucene(String text) {
    assertThat(ENGLISH.served.isPlain(text)).isFalse();
    PAIRS.forEach(pair -> pair.requireSame(text));
  }

  /** It would have to be cleaned to its end, of which nothing is read. */
  @Test
  void aTextOfMegabytesIsLeftToLucene() {
    Pair million = new Pair(AnalysisSpec.english().withMaxChars(100_000_000));
    String text = "bank loan ".repeat(1_000_000);
    assertThat(million.served.isPlain(text)).isFalse();
    million.requireSame(text);
    PAIRS.get(0).requireSame(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void randomTexts(int kind) {
    Random random = new Random(17 + kind);
    int plain = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = random(kind, random);
      for (Pair pair : PAIRS) {
        plain += pair.served.isPlain(text) ? 1 : 0;
        pair.requireSame(text);
      }
    }
    assertThat((double) plain / TEXTS / PAIRS.size()).isGreaterThan(kind == 3 ? 0.2 : 0.5);
  }

  private static String random(int kind, Random random) {
    List<String> parts =
        switch (kind) {
          case 0 -> Arrays.asList((KINDS + "XUSDusd;0Z\n\r\t\"()/{}").split(""));
          case 1 -> WORDS;
          case 2 -> Stream.concat(WORDS.stream(), LONG.stream()).toList();
          default -> Stream.concat(WORDS.stream(), NOT_PLAIN.stream()).toList();
        };
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(kind == 0 || kind == 3 ? 20 : 60); length > 0; length--) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  private static final List<String> WORDS =
      List.of(
          " ",
          " ",
          " ",
          " ",
          "\r\n",
          ". ",
          ", ",
          "the",
          "The ",
          "bank ",
          "I ",
          "don't",
          "don\u2019t",
          "XXXX ",
          "XX/XX/",
          "xx",
          "x",
          "XX",
          "$",
          "{$",
          "1,200.00",
          "12",
          "}",
          "usd",
          "USD 5",
          "US$",
          "\u20AC",
          "\u00A3 5",
          "_",
          "__",
          ".",
          ",",
          ":",
          ";",
          "'",
          "''",
          "\"",
          "1",
          "a",
          "A.B.C.",
          "3:4",
          "e:f",
          "caf\u00E9",
          "\u00C9",
          "\u0130",
          "\u201C",
          "\u201D ",
          "\u2014",
          "\u2026",
          "\u2018",
          "#",
          "*",
          "-",
          "/",
          "\\",
          "(",
          ")",
          "@",
          "!",
          "?",
          "%",
          "+",
          "=",
          "|",
          "~",
          "^",
          "`");

  private static final List<String> LONG =
      List.of("y".repeat(39), "y".repeat(252), "1".repeat(254), "_".repeat(254), "a.".repeat(130));

  private static final List<String> NOT_PLAIN =
      List.of(
          "<b>",
          "</p>",
          "<",
          "&amp;",
          "AT&T",
          "&",
          "https://x.example/a",
          "www.x.example",
          "x.com/y",
          "\u0000",
          "\u007F",
          "\u0085",
          "\u00AD",
          "\u200B",
          "\u0301",
          "\u00DF",
          "\u00E6",
          "\u00B7",
          "\u2024",
          "\u2027",
          "\u20E3",
          "\uFE0F",
          "\u00A9",
          "\uD83D\uDE00",
          "\uD83D",
          "\u4E2D",
          "\u0E01");
}
