/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.util.Set;

/** Names of HTML, of today and of before, in lower case. */
final class HtmlNames {

  /** Stand within a word or a sentence: text goes on over them. */
  private static final Set<String> INLINE =
      names(
          "a abbr acronym b basefont bdi bdo big blink cite code data del dfn em font i ins kbd mark"
              + " nobr q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var"
              + " wbr");

  /** All others: what stands before and after them are two words. "o:p" is Word's. */
  private static final Set<String> OTHERS =
      names(
          "address applet area article aside audio base bgsound body br button canvas caption center"
              + " col colgroup command datalist dd details dialog dir div dl dt embed fieldset"
              + " figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup"
              + " hr html iframe img input isindex label legend li link listing main map marquee"
              + " math menu menuitem meta meter nav noembed noframes noscript o:p object ol optgroup"
              + " option output p param picture plaintext pre progress script search section select"
              + " slot source style summary svg table tbody td template textarea tfoot th thead"
              + " title tr track ul video xmp");

  /** Attributes that need no value. */
  private static final Set<String> FLAGS =
      names(
          "allowfullscreen async autofocus autoplay checked compact controls declare default defer"
              + " disabled download formnovalidate hidden inert ismap itemscope loop multiple muted"
              + " nohref nomodule noresize noshade novalidate nowrap open playsinline readonly required"
              + " reversed selected");

  /** How attributes begin that pages make up for themselves. */
  private static final String DATA = "data-";

  private HtmlNames() {}

  static boolean isInline(String element) {
    return INLINE.contains(element);
  }

  static boolean isElement(String name) {
    return INLINE.contains(name) || OTHERS.contains(name);
  }

  /**
   * Whether an attribute may stand without a value. At inline elements there must be something else
   * to be sure of: there are hardly any in markup, but {@code <a hidden fee>} is what a person
   * writes.
   */
  static boolean isFlag(String attribute, boolean sure) {
    return attribute.startsWith(DATA) || sure && FLAGS.contains(attribute);
  }

  private static Set<String> names(String names) {
    return Set.of(names.split(" "));
  }
}
