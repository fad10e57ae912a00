/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of each kind of thing that people send; blanks count as one. */
class TextCleanerTest {

  private static final TextCleaner CLEANER = new TextCleaner(true, " usd");

  static Stream<Arguments> markup() {
    return cases(
        "<b>fee</b>", "fee",
        "for<b>eclo</b>sure <I>lost</I>", "foreclosure lost",
        "one<br>two<BR/>three<br />four</br>five", "one two three four five",
        "<p>one</p><p>two</p>", " one two ",
        "<td>one</td><td>two</td>", " one two ",
        "<a href=\"https://x.example/?t=\">see</a> my", "see my",
        "<a href=https://x.example/?t=>see</a> my", "see my",
        "<a href='https://x.example/?a=b&c=d'>see</a> my", "see my",
        "<a title=\"a > b\" href='x'>see</a> my", "see my",
        "<a title=\"1 < 2\">see</a> my", "see my",
        "<a href=\"x\"class=\"y\">see</a> my", "see my",
        "<a href = \"x\" >see</a > my", "see my",
        "<a href=>see</a> my", "see my",
        "<a\nhref=\"x\"\n\tclass=y>see</a> my", "see my",
        "<a href=\\\"https://x.example\\\" target=\\\"_blank\\\">see</a> my", "see my",
        "<input type=checkbox checked disabled>yes", " yes",
        "<a href=\"https://x.example/?t=\" download>see</a> my", "see my",
        "<div class='x' data-root hidden>my</div>", " my ",
        "<img src=x alt=\"a picture\"/>my", " my",
        "<o:p></o:p>my <st1:place w:st=\"on\">Denver</st1:place>", " my Denver ",
        "<FONT COLOR=red>my</FONT>", "my",
        "mort<wbr>gage", "mortgage");
  }

  static Stream<Arguments> noMarkup() {
    return same(
        "<i think you know>",
        "<words in brackets>",
        "<YYYY> and <name>",
        "<a hidden fee>",
        "<a fee=5 they say>",
        "<a href=\"x\" they say>",
        "<b and c>",
        "< b >",
        "a<b",
        "1 < 2 & 3 > 2",
        "<3",
        "<<<>>>",
        "x <unclosed",
        "x <b unclosed",
        "x <a href=\"unclosed",
        "x <a href='unclosed>see</a",
        "</3",
        "<email@example.com>",
        "<b@example.com>",
        "<pre-approved>",
        "<!important>",
        "<?what is this?>",
        "<re:mortgage>",
        "]]> stays");
  }

  static Stream<Arguments> hidden() {
    return cases(
        "one<!-- two -->three", "onethree",
        "one <!-- two", "one two",
        "<!-- one <!-- two --> three", " one three",
        "<!-->one", "one",
        "<!--->one", "one",
        "<!--[if mso]><p>one</p><![endif]-->two", "two",
        "<!--[if !mso]><!-->one<!--<![endif]-->two", "onetwo",
        "<![if !mso]>one<![endif]>two", " one two",
        "<![CDATA[one <b>two</b>]]>three", " one two three",
        "<![CDATA[one", " one",
        "<script>var a = '<b>';</script>one", " one",
        "<SCRIPT type=\"x\">two</Script >one", " one",
        "<style>p { color: red }</style>one", " one",
        "<script>one", " one",
        "<script>one<script>two</script>three", " one three",
        "<style>one</script>", " one ",
        "<script/>one", " one",
        "<!DOCTYPE html><html><body>one</body></html>", " one ",
        "<?xml version=\"1.0\"?><p>one", " one",
        "<?xml:namespace prefix = o />one", " one");
  }

  static Stream<Arguments> entities() {
    return cases(
        "late&nbsp;fee", "late fee",
        "caf&eacute; caf&#233; caf&#xE9; caf&#XE9;", "café café café café",
        "r&eacutesum&eacute and late&nbspfee", "résumé and late fee",
        "&quot;yes&quot &amp no", "\"yes\" & no",
        "it&#8217;s it&#146;s it&rsquo;s", "it’s it’s it’s",
        "&lt;b&gt;fee&lt;/b&gt;", "<b>fee</b>",
        "&#60;script>fee", "<script>fee",
        "&#36;35 &dollar;5 &euro;7 &#128;9", " usd35 usd5 usd7 usd9",
        "mort&shy;gage mort&#173;gage mort&#x200B;gage", "mortgage mortgage mortgage",
        "&#119860; &#x1F600;", "A \uD83D\uDE00",
        "one&#10;two", "one\ntwo",
        "&amp;nbsp; &amp;amp;", "&nbsp; &amp;");
  }

  static Stream<Arguments> noEntities() {
    return same(
        "AT&T",
        "&c.",
        "Q&A",
        "a && b &",
        "&; &# &#; &#x; &#xg;",
        "&unknown; &nosuchnameatall;",
        "me &not you, ten &times",
        "&#0; &#xD800; &#55357; &#1114112; &#99999999999999999999;",
        "?a=1&copy=2",
        "&copyright &poundage");
  }

  static Stream<Arguments> characters() {
    return cases(
        "mort\u00ADgage", "mortgage",
        "mort\u200Bgage mort\u200Cgage mort\u200Dgage", "mortgage mortgage mortgage",
        "mort\u2060gage \uFEFFmortgage mort\u200Egage\u200F", "mortgage mortgage mortgage",
        "\u202Emort\u202C\u2066gage\u2069", "mortgage",
        "mort\uFE0Fgage mort\uDB40\uDD00gage mort\u034Fgage", "mortgage mortgage mortgage",
        "late\u00A0fee\u202Ffee\u2003fee\u3000fee", "late fee fee fee fee",
        "late\u0085fee\u2028fee\u2029fee\u2800fee", "late fee fee fee fee",
        "late\u0000fee\u0001fee\u007Ffee\u009Ffee", "late fee fee fee fee",
        "late\uD800fee\uDC00fee\uD83D", "late fee fee ",
        "bank \uD83D\uDE00 fee", "bank \uD83D\uDE00 fee",
        "cafe\u0301 u\u0308ber n\u0303", "café über ñ",
        "e\u00AD\u0301", "é",
        "c\u0327\u0301", "ḉ",
        "fe\u0336e\u0336 \u0301fee", "fee fee",
        "\u1112\u1161\u11AB", "한",
        "\uFF24\uFF25\uFF22\uFF34 \uFF11\uFF12 \uFF04\uFF15", "DEBT 12 usd5",
        "\uFF1Cb\uFF1E", "<b>",
        "\uFB01nance \uD835\uDC1B\uD835\uDC1A\uD835\uDC27\uD835\uDC24", "finance bank",
        "$35 \u20AC5 \u00A37", " usd35 usd5 usd7");
  }

  /** What looks like the above, and means something. */
  static Stream<Arguments> charactersThatMean() {
    return same(
        "Visa\u2122 fee\u00B2 1\u00BD \u2116 5",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", // Persian: a non-joiner within a word
        "\u0915\u094D\u200D\u0937", // Hindi: a joiner after a virama
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", // a family
        "“don’t” – it’s … naïve",
        "\u0439 \u3042 \u4E2D");
  }

  static Stream<Arguments> links() {
    return cases(
        "see https://x.example/how-to-pay?a=b&c=d#e now", "see now",
        "see HTTP://X.EXAMPLE, then", "see , then",
        "see (https://x.example/a_(b)) then", "see ( ) then",
        "see www.x.example/fee. Then", "see . Then",
        "see \"https://x.example\" then", "see \" \" then",
        "<https://x.example/fee> then", "< > then",
        "[more](https://x.example/fee)then", "[more]( )then",
        "see:https://x.example/fee", "see: ",
        "seehttps://x.example/fee", "see ",
        "https : //www.x.example/fee then", " then",
        "https://x.example/caf\u00E9/fee then", " then",
        "https://x.example/\u5F88\u597D", " \u5F88\u597D",
        "https://x.exa\u00ADmple/fee then", " then",
        "https&#58;//x.example/?a=1&amp;b=fee then", " then",
        "https://x.example/fee&nbsp;then", " then",
        "https://x.example/fee<br>then", " then");
  }

  static Stream<Arguments> noLinks() {
    return same(
        "http",
        "https: yes",
        "www",
        "www. yes",
        "navient.com",
        "me@example.com",
        "awww.yes",
        "1/2",
        "a // b",
        "re://x");
  }

  @ParameterizedTest
  @MethodSource({
    "markup",
    "noMarkup",
    "hidden",
    "entities",
    "noEntities",
    "characters",
    "charactersThatMean",
    "links",
    "noLinks"
  })
  void becomes(String text, String expected) {
    assertThat(CLEANER.clean(text).replaceAll(" +", " ")).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource({"markup", "hidden", "entities", "characters", "links"})
  void isTheSameInTheMiddleOfAText(String text, String expected) {
    String around = CLEANER.clean("late " + text + " fee").replaceAll(" +", " ");
    assertThat(around).isEqualTo(("late " + expected + " fee").replaceAll(" +", " "));
  }

  @Test
  void marksInScriptsWithoutBlanksPartWords() {
    assertThat(CLEANER.clean("\u0E01\u0E32\u200B\u0E40\u0E07"))
        .isEqualTo("\u0E01\u0E32 \u0E40\u0E07");
  }

  /** A tokenizer that stops early need not wait for the rest, and reads nothing else for that. */
  @Test
  void whatIsReadBlockByBlockIsWhatIsCleanedAtOnce() throws IOException {
    List<String> parts =
        Stream.of(noMarkup(), characters(), charactersThatMean(), links(), noLinks())
            .flatMap(cases -> cases)
            .map(texts -> (String) texts.get()[0])
            .filter(part -> part.indexOf('<') < 0 && part.indexOf('&') < 0)
            .toList();
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 3 * BlockReader.BLOCK) {
        text.append(parts.get(random.nextInt(parts.size())))
            .append(random.nextBoolean() ? " late fee " : "");
      }
      StringWriter read = new StringWriter();
      try (Reader reader = CLEANER.read(text.toString())) {
        assertThat(reader).isInstanceOf(BlockReader.class);
        reader.transferTo(read);
      }
      assertThat(read.toString()).isEqualTo(CLEANER.clean(text.toString()));
    }
  }

  @Test
  void whatIsSwitchedOffStays() {
    TextCleaner bare = new TextCleaner(false, "");
    assertThat(bare.clean("<b>$5</b> &amp; mort\u00ADgage https://x.example"))
        .isEqualTo("<b>$5</b> &amp; mortgage  ");
  }

  @Test
  void placesAreThoseOfTheRawText() {
    String text = "<p>caf&eacute; mort\u00AD<b>gage</b> cafe\u0301 $35 www.x.example/a \uFB01ve";
    PlacedText placed = CLEANER.place(text);
    String clean = placed.text();
    assertThat(clean).isEqualTo(CLEANER.clean(text));
    for (String[] pair :
        new String[][] {
          {"café", "caf&eacute;"},
          {"mortgage", "mort\u00AD<b>gage"},
          {"usd35", "$35"},
          {"five", "\uFB01ve"}
        }) {
      int start = clean.indexOf(pair[0]);
      int end = start + pair[0].length();
      assertThat(text.substring(placed.start(start), placed.end(end))).isEqualTo(pair[1]);
    }
    int decomposed = clean.lastIndexOf("café");
    assertThat(text.substring(placed.start(decomposed), placed.end(decomposed + 4)))
        .isEqualTo("cafe\u0301");
  }

  /** A hundred times what it must bear, in what would be ages if it took time squared. */
  @ParameterizedTest
  @MethodSource
  void takesTimeInProportionToTheText(String part) {
    String text = part.repeat(2_000_000 / part.length());
    long start = System.nanoTime();
    CLEANER.clean(text);
    CLEANER.clean(text + "x>\"'-->;</script>");
    assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(20);
  }

  static List<String> takesTimeInProportionToTheText() {
    return List.of(
        "<",
        "<a",
        "<a ",
        "<!--",
        "<!-->",
        "<a b=\"",
        "<a b='<a b=\"",
        "<a b=\"<a c=' d=\"",
        "<a b=c ",
        "<a hidden ",
        "&",
        "&#",
        "&#9",
        "&nbsp",
        "&a",
        "<script>",
        "<script></script",
        "<style><script>",
        "<![CDATA[",
        "]]>",
        "<![if",
        "<!doctype",
        "<?xml ",
        "</",
        "http://",
        "https://x.example/(",
        "http://.",
        "www.",
        "\u200D",
        "e\u0301",
        "\u0301\u0327",
        "\u0915\u200D",
        "\uD83D",
        "\uDE00",
        "\uFF04",
        "\u00AD",
        "$");
  }

  /** Text and what it becomes in turn. */
  private static Stream<Arguments> cases(String... pairs) {
    return Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
        .map(i -> Arguments.of(pairs[i], pairs[i + 1]));
  }

  private static Stream<Arguments> same(String... texts) {
    return Stream.of(texts).map(text -> Arguments.of(text, text));
  }
}
