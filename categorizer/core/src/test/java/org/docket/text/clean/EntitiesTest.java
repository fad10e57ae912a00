/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.junit.jupiter.api.Test;

/** Lucene has the same names in a table that is not to be had: it is asked for each. */
class EntitiesTest {

  private static final String HTML_4 =
      """
      Aacute aacute Acirc acirc acute AElig aelig Agrave agrave alefsym Alpha alpha amp and ang apos
      Aring aring asymp Atilde atilde Auml auml bdquo Beta beta brvbar bull cap Ccedil ccedil cedil
      cent Chi chi circ clubs cong copy crarr cup curren dagger Dagger darr dArr deg Delta delta
      diams divide Eacute eacute Ecirc ecirc Egrave egrave empty emsp ensp Epsilon epsilon equiv Eta
      eta ETH eth Euml euml euro exist fnof forall frac12 frac14 frac34 frasl Gamma gamma ge gt harr
      hArr hearts hellip Iacute iacute Icirc icirc iexcl Igrave igrave image infin int Iota iota
      iquest isin Iuml iuml Kappa kappa Lambda lambda lang laquo larr lArr lceil ldquo le lfloor
      lowast loz lrm lsaquo lsquo lt macr mdash micro middot minus Mu mu nabla nbsp ndash ne ni not
      notin nsub Ntilde ntilde Nu nu Oacute oacute Ocirc ocirc OElig oelig Ograve ograve oline Omega
      omega Omicron omicron oplus or ordf ordm Oslash oslash Otilde otilde otimes Ouml ouml para part
      permil perp Phi phi Pi pi piv plusmn pound prime Prime prod prop Psi psi quot radic rang raquo
      rarr rArr rceil rdquo real reg rfloor Rho rho rlm rsaquo rsquo sbquo Scaron scaron sdot sect
      shy Sigma sigma sigmaf sim spades sub sube sum sup sup1 sup2 sup3 supe szlig Tau tau there4
      Theta theta thetasym thinsp THORN thorn tilde times trade Uacute uacute uarr uArr Ucirc ucirc
      Ugrave ugrave uml upsih Upsilon upsilon Uuml uuml weierp Xi xi Yacute yacute yen yuml Yuml Zeta
      zeta zwj zwnj
      """;

  @Test
  void namesStandForWhatLuceneTakesThemFor() throws IOException {
    List<String> names = List.of(HTML_4.split("\\s+"));
    assertThat(names).hasSizeGreaterThan(250);
    for (String name : names) {
      String entity = "&" + name + ";";
      // Lucene has a plain blank for this one.
      String lucene = name.equals("nbsp") ? "\u00A0" : decodedByLucene(entity);
      assertThat(decoded(entity)).as(entity).isEqualTo(lucene).hasSize(1);
    }
  }

  @Test
  void numbersStandForCodePoints() {
    IntStream.of(9, 36, 65, 127, 160, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF)
        .forEach(
            code -> {
              assertThat(decoded("&#" + code + ";")).isEqualTo(Character.toString(code));
              assertThat(decoded("&#x" + Integer.toHexString(code) + ";"))
                  .isEqualTo(Character.toString(code));
            });
  }

  /** As in a page that was made on Windows: 150 is a dash there, and a control character here. */
  @Test
  void numbersOfWindowsStandForItsCharacters() {
    Matcher numbers = Pattern.compile("\\d+").matcher("128 133 145 146 147 148 149 150 151 153");
    StringBuilder decoded = new StringBuilder();
    while (numbers.find()) {
      decoded.append(decoded("&#" + numbers.group() + ";"));
    }
    assertThat(decoded).hasToString("€…‘’“”•–—™");
  }

  private static String decoded(String text) {
    return Draft.of(text, false).through(Markup::remove).toString();
  }

  private static String decodedByLucene(String text) throws IOException {
    try (Reader reader = new HTMLStripCharFilter(new StringReader(text))) {
      char[] chars = new char[100];
      return new String(chars, 0, reader.read(chars));
    }
  }
}
