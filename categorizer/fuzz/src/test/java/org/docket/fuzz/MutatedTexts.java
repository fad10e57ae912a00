/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Texts that nobody would write: given ones, changed in a few places each with what texts trip
 * over. The same seed gives the same texts.
 */
public final class MutatedTexts {

  private static final int MAX_CHANGES = 12;
  private static final int MAX_RUN = 40;

  private static final List<String> NASTY =
      List.of(
          // what is not seen: controls, soft hyphen, zero-width, marks of direction and byte order
          "\u0000",
          "\u0007",
          "\u007F",
          "\u0085",
          "\u00AD",
          "\u200B",
          "\u200D",
          "\u202E",
          "\uFEFF",
          // blanks of all kinds
          " ",
          "\t",
          "\r\n",
          "\n\n",
          "\u00A0",
          "\u2028",
          "\u3000",
          // half characters, whole ones of two units, none at all
          "\uD800",
          "\uDC00",
          "\uD83D\uDE00",
          "\uFFFF",
          "\uFFFD",
          // markup and what looks like it
          "<",
          ">",
          "&",
          "<!--",
          "-->",
          "<script>",
          "</b>",
          "<a href=x=>",
          "<words in it>",
          "=\"",
          "&amp",
          "&#36;",
          "&#xD800;",
          "&bogus;",
          "<".repeat(50),
          // money and redactions
          "$",
          "\u20AC",
          "{$1,200.00}",
          "$ .",
          "XXXX",
          "XX/XX/",
          "usd",
          "usd7",
          // letters in other clothes, other scripts
          "e\u0301",
          "\u0301",
          "\uFF21",
          "\uFB01",
          "\u0130",
          "\u0131",
          "\u00DF",
          "\u4E2D",
          "\u0E01",
          "\u0661",
          "\u1100\u1161",
          // long words, long runs of them
          "a".repeat(300),
          "fee ".repeat(120));

  private MutatedTexts() {}

  /** As many as one likes, of each text in turn. */
  public static Stream<String> of(List<String> texts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.iterate(0, i -> (i + 1) % texts.size()).map(i -> mutate(texts.get(i), random));
  }

  private static String mutate(String text, SplittableRandom random) {
    StringBuilder changed = new StringBuilder(text);
    for (int left = random.nextInt(1, MAX_CHANGES + 1); left > 0; left--) {
      change(changed, random);
    }
    return changed.toString();
  }

  private static void change(StringBuilder text, SplittableRandom random) {
    int start = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), start + random.nextInt(MAX_RUN));
    String nasty = NASTY.get(random.nextInt(NASTY.size()));
    switch (random.nextInt(4)) {
      case 0 -> text.insert(start, nasty);
      case 1 -> text.delete(start, end);
      case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(start, end));
      default -> text.replace(start, end, nasty);
    }
  }
}
