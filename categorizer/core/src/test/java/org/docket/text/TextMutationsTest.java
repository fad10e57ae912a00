/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts changed at random places in ways that change nothing, a few hundred times each. */
class TextMutationsTest {

  private static final int TIMES = 300;

  private static final List<String> TEXTS =
      List.of(
          "My mortgage servicer lost my escrow, and foreclosed on XX/XX/2023: I paid {$1,200.00}!",
          "The caf\u00E9's \u00FCber-na\u00EFve r\u00E9sum\u00E9 isn't \u201Cmine\u201D \u2013 I don\u2019t owe \u20AC35.",
          "They (Acme & Sons, AT&T) charged $35 < $40; see www.acme.example/fees, or call XXXX XXXX.");

  private static final List<String> INVISIBLE =
      List.of("\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u202E", "\uFE0F");

  private static final List<String> INLINE = List.of("b", "i", "SPAN", "font", "a", "em", "wbr");

  /** Each begins something, and does not end it. */
  private static final List<String> UNCLOSED =
      List.of(
          "<",
          "<b",
          "<a href=\"",
          "<a href='x",
          "<!--",
          "<![CDATA[",
          "<script>",
          "<style>",
          "</",
          "&",
          "&#",
          "&#x",
          "\uD83D",
          "\uDE00",
          "\u0000",
          "\u00AD",
          "<?xml",
          "<!doctype",
          "<i think",
          "\u0301");

  private final TextAnalyzer analyzer = new TextAnalyzer(AnalysisSpec.english());

  @Test
  void invisibleCharactersInsideWordsChangeNothing() {
    unchanged((text, random) -> changed(text, random, letter -> one(INVISIBLE, random) + letter));
  }

  @Test
  void inlineTagsAroundPartsOfWordsChangeNothing() {
    unchanged(
        (text, random) -> {
          String name = one(INLINE, random);
          String attributes = random.nextBoolean() ? "" : " title=\"a > b\" href=x?t=";
          String close = random.nextBoolean() ? "</" + name + ">" : "";
          return changed(text, random, letter -> "<" + name + attributes + ">" + letter + close);
        });
  }

  @Test
  void decomposedAccentsChangeNothing() {
    unchanged((text, random) -> Normalizer.normalize(text, Normalizer.Form.NFD));
  }

  @Test
  void blanksOfAnyKindAreBlanks() {
    unchanged(
        (text, random) ->
            text.replace(
                ' ', one(List.of("\u00A0", "\u202F", "\u3000", "\u0085"), random).charAt(0)));
  }

  @Test
  void charactersWrittenAsEntitiesChangeNothing() {
    unchanged(
        (text, random) -> {
          String format = random.nextBoolean() ? "&#%d;" : "&#x%X;";
          return changed(
              text, random, letter -> String.format(Locale.ROOT, format, (int) letter.charAt(0)));
        });
  }

  @Test
  void fullWidthLettersChangeNothing() {
    unchanged(
        (text, random) ->
            changed(text, random, letter -> Character.toString(letter.charAt(0) - 'a' + '\uFF41')));
  }

  @Test
  void whatIsNotClosedTakesNothingFromWhatStandsBeforeOrAfter() {
    Random random = new Random(7);
    for (int i = 0; i < TIMES; i++) {
      String text = one(TEXTS, random);
      String unclosed = one(UNCLOSED, random) + " " + one(UNCLOSED, random);
      List<String> tokens = tokens(text);
      assertThat(tokens(text + " " + unclosed)).as(unclosed).startsWith(array(tokens));
      assertThat(tokens(unclosed + " " + text)).as(unclosed).endsWith(array(tokens));
      assertThat(tokens(text + " " + unclosed + " " + text))
          .as(unclosed)
          .startsWith(array(tokens))
          .endsWith(array(tokens));
    }
  }

  /** Nothing is closed in such a text, so that nothing may go. */
  @Test
  void lettersOutsideOfMarkupStay() {
    String signs = "<<<!-- \"'=/[]&#;:  \n\u00A0()\uD83D$abcdef";
    Random random = new Random(11);
    for (int i = 0; i < 20 * TIMES; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(60); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String found = String.join("", bare().analyze(text.toString()).tokens());
      assertThat(found.replaceAll("[^a-f]", ""))
          .as(text.toString())
          .isEqualTo(text.toString().replaceAll("[^a-f]", ""));
    }
  }

  @Test
  void placesGoForwardAndHoldTheirWords() {
    Random random = new Random(13);
    for (int i = 0; i < TIMES; i++) {
      String text = shaken(random);
      int end = 0;
      List<PlacedToken> places = analyzer.places(text);
      for (PlacedToken place : places) {
        assertThat(place.start()).as(text).isGreaterThanOrEqualTo(end);
        assertThat(place.end()).as(text).isGreaterThan(place.start());
        end = place.end();
      }
      assertThat(end).isLessThanOrEqualTo(text.length());
      assertThat(places.stream().map(PlacedToken::token)).as(text).isEqualTo(tokens(text));
    }
  }

  @Test
  void manyThreadsGetTheTokensOfOne() {
    Random random = new Random(17);
    List<String> texts = IntStream.range(0, TIMES).mapToObj(i -> shaken(random)).toList();
    List<AnalyzedText> serial = texts.stream().map(analyzer::analyze).toList();
    assertThat(texts.parallelStream().map(analyzer::analyze).toList()).isEqualTo(serial);
  }

  /** Whatever stands where the tokenizer's buffer ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {"\uD83D\uDE00", "\uD83D", "\uDE00", "\u0000", "\uFFFF", "\u00AD", "\u202F", "<b>"})
  void noPlaceInATextEndsIt(String what) {
    TextAnalyzer long300 = new TextAnalyzer(AnalysisSpec.english().withMaxTokens(10_000));
    for (int before = 0; before < 600; before++) {
      String text = "x ".repeat(before) + what + " late fee";
      assertThat(long300.analyze(text).tokens()).as("%d", before).endsWith("late", "fee");
    }
  }

  private void unchanged(BiFunction<String, Random, String> mutation) {
    Random random = new Random(42);
    for (int i = 0; i < TIMES; i++) {
      String text = one(TEXTS, random);
      String mutated = text;
      for (int times = 1 + random.nextInt(4); times > 0; times--) {
        mutated = mutation.apply(mutated, random);
      }
      assertThat(tokens(mutated)).as(mutated).isEqualTo(tokens(text));
    }
  }

  /** A text with a bit of everything in it. */
  private static String shaken(Random random) {
    List<String> parts = new ArrayList<>(TEXTS);
    parts.addAll(UNCLOSED);
    parts.addAll(INVISIBLE);
    parts.addAll(
        List.of(
            "<b>",
            "</p>",
            "&eacute;",
            "-->",
            "</script>",
            "e\u0301",
            "\uFB01",
            "\u30AB\uFF9E\u1161",
            ">",
            "\""));
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length >= 0; length--) {
      text.append(one(parts, random)).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  /** With something else for a letter within a word that has not been changed yet, if one is. */
  private static String changed(String text, Random random, UnaryOperator<String> change) {
    List<Integer> places = new ArrayList<>();
    for (String word : List.of("mortgage", "servicer", "foreclosed", "mine", "charged", "call")) {
      int start = text.indexOf(word);
      for (int i = 1; start >= 0 && i < word.length(); i++) {
        places.add(start + i);
      }
    }
    if (places.isEmpty()) {
      return text;
    }
    int place = one(places, random);
    String letter = change.apply(text.substring(place, place + 1));
    return text.substring(0, place) + letter + text.substring(place + 1);
  }

  private static TextAnalyzer bare() {
    return new TextAnalyzer(
        new AnalysisSpec(AnalysisSpec.CHAIN, true, false, false, 255, 1000, 1000, List.of()));
  }

  private List<String> tokens(String text) {
    return analyzer.analyze(text).tokens();
  }

  private static String[] array(List<String> tokens) {
    return tokens.toArray(String[]::new);
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
