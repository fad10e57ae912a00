/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What {@code &eacute;}, {@code &#233;} and {@code &#xE9;} stand for: the names of HTML 4 and a few
 * of HTML 5 for characters of ASCII. What is no entity stays as it is: {@code AT&T}, {@code &c.}
 *
 * <p>Browsers take some names without a semicolon, even before more letters. Here too, but not
 * where an English word may be meant, as in {@code &not me}.
 *
 * <p>A table of our own because Lucene's is private.
 */
final class Entities {

  private static final String LATIN_1 =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private static final String CAPITAL_GREEK =
      "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho -"
          + " Sigma Tau Upsilon Phi Chi Psi Omega";

  private static final String SMALL_GREEK =
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
          + " sigmaf sigma tau upsilon phi chi psi omega";

  /** Name and code in turn. */
  private static final String OTHERS =
      "quot 22 amp 26 lt 3C gt 3E QUOT 22 AMP 26 LT 3C GT 3E COPY A9 REG AE apos 27 Tab 9 NewLine A"
          + " excl 21 num 23 dollar 24 percnt 25 lpar 28 rpar 29 ast 2A plus 2B comma 2C hyphen 2010"
          + " period 2E sol 2F colon 3A semi 3B equals 3D quest 3F commat 40 lsqb 5B bsol 5C rsqb 5D"
          + " lowbar 5F grave 60 lcub 7B verbar 7C rcub 7D OElig 152 oelig 153 Scaron 160 scaron 161"
          + " Yuml 178 fnof 192 circ 2C6 tilde 2DC thetasym 3D1 upsih 3D2 piv 3D6 ensp 2002 emsp"
          + " 2003 thinsp 2009 zwnj 200C zwj 200D lrm 200E rlm 200F ndash 2013 mdash 2014 lsquo 2018"
          + " rsquo 2019 sbquo 201A ldquo 201C rdquo 201D bdquo 201E dagger 2020 Dagger 2021 bull"
          + " 2022 hellip 2026 permil 2030 prime 2032 Prime 2033 lsaquo 2039 rsaquo 203A oline 203E"
          + " frasl 2044 euro 20AC image 2111 weierp 2118 real 211C trade 2122 alefsym 2135 larr"
          + " 2190 uarr 2191 rarr 2192 darr 2193 harr 2194 crarr 21B5 lArr 21D0 uArr 21D1 rArr 21D2"
          + " dArr 21D3 hArr 21D4 forall 2200 part 2202 exist 2203 empty 2205 nabla 2207 isin 2208"
          + " notin 2209 ni 220B prod 220F sum 2211 minus 2212 lowast 2217 radic 221A prop 221D"
          + " infin 221E ang 2220 and 2227 or 2228 cap 2229 cup 222A int 222B there4 2234 sim 223C"
          + " cong 2245 asymp 2248 ne 2260 equiv 2261 le 2264 ge 2265 sub 2282 sup 2283 nsub 2284"
          + " sube 2286 supe 2287 oplus 2295 otimes 2297 perp 22A5 sdot 22C5 lceil 2308 rceil 2309"
          + " lfloor 230A rfloor 230B lang 2329 rang 232A loz 25CA spades 2660 clubs 2663 hearts"
          + " 2665 diams 2666";

  /** Without a semicolon these may be words: "and not", "a sect", "ten times". */
  private static final Set<String> WORDS =
      Set.of("not", "sect", "para", "times", "divide", "acute", "micro", "thorn", "eth");

  /** What code points 128 to 159 mean in web pages: they are written by Windows. */
  private static final String WINDOWS_1252 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
          + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
          + "\u009D\u017E\u0178";

  private static final int LONGEST_NAME = 8;

  private static final Map<String, Integer> CODES = codes();
  private static final Set<String> WITHOUT_SEMICOLON = withoutSemicolon();

  private Entities() {}

  /**
   * Decodes the entity that begins at an ampersand.
   *
   * @return its end; the start if it is none, and then nothing is written
   */
  static int decode(Draft in, int start, Draft out) {
    return in.at(start + 1) == '#' ? decodeNumber(in, start, out) : decodeName(in, start, out);
  }

  private static int decodeNumber(Draft in, int start, Draft out) {
    boolean hexadecimal = Ascii.lower(in.at(start + 2)) == 'x';
    int radix = hexadecimal ? 16 : 10;
    int first = start + (hexadecimal ? 3 : 2);
    int end = first;
    int code = 0;
    while (in.at(end) < 128 && Character.digit(in.at(end), radix) >= 0) {
      int next = code * radix + Character.digit(in.at(end), radix);
      code = Math.min(next, Character.MAX_CODE_POINT + 1);
      end++;
    }
    if (end == first || !isCharacter(code)) {
      return start;
    }
    return write(code, in, start, in.at(end) == ';' ? end + 1 : end, out);
  }

  private static boolean isCharacter(int code) {
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    return code > 0 && code <= Character.MAX_CODE_POINT && !surrogate;
  }

  private static int decodeName(Draft in, int start, Draft out) {
    int first = start + 1;
    int end = first;
    while (end - first <= LONGEST_NAME && Ascii.isLetterOrDigit(in.at(end))) {
      end++;
    }
    Integer code = CODES.get(in.subSequence(first, end));
    if (code != null && in.at(end) == ';') {
      return write(code, in, start, end + 1, out);
    }
    for (int last = end; last > first; last--) {
      String name = in.subSequence(first, last);
      if (WITHOUT_SEMICOLON.contains(name) && mayEnd(name, in.at(last))) {
        return write(CODES.get(name), in, start, last, out);
      }
    }
    return start;
  }

  /** Parameters of links are written so too, and what begins as a name may be another word. */
  private static boolean mayEnd(String name, char next) {
    return next != '=' && (!Ascii.isLetterOrDigit(next) || isNoBeginning(name));
  }

  /** Whether no word begins so: {@code r&eacutesum&eacute}, {@code late&nbspfee}. */
  private static boolean isNoBeginning(String name) {
    return name.equals("nbsp") || CODES.get(name) >= 0xC0;
  }

  private static int write(int code, Draft in, int start, int end, Draft out) {
    if (code >= 128 && code < 128 + WINDOWS_1252.length()) {
      out.put(WINDOWS_1252.charAt(code - 128), in, start, end);
    } else {
      out.put(Character.toString(code), in, start, end);
    }
    return end;
  }

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new HashMap<>();
    putAll(LATIN_1, 0xA0, codes);
    putAll(CAPITAL_GREEK, 0x391, codes);
    putAll(SMALL_GREEK, 0x3B1, codes);
    String[] others = OTHERS.split(" ");
    for (int i = 0; i < others.length; i += 2) {
      codes.put(others[i], Integer.parseInt(others[i + 1], 16));
    }
    return Map.copyOf(codes);
  }

  private static void putAll(String names, int first, Map<String, Integer> codes) {
    int code = first;
    for (String name : names.split(" ")) {
      codes.put(name, code++);
    }
  }

  private static Set<String> withoutSemicolon() {
    Set<String> names = new HashSet<>(Arrays.asList(LATIN_1.split(" ")));
    names.addAll(Set.of("quot", "amp", "lt", "gt", "QUOT", "AMP", "LT", "GT", "COPY", "REG"));
    names.removeAll(WORDS);
    return Set.copyOf(names);
  }
}
