/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Removes markup where it is markup, and decodes entities. What an entity writes is text: {@code
 * &lt;b&gt;} is no tag. Nothing that is not closed takes text with it: of a comment, a script or a
 * style that never ends only the beginning goes, and of a tag nothing.
 *
 * <p>Not Lucene's HTMLStripCharFilter (9.12.3) because a link whose address ends in {@code =}
 * without quotes, a comment that is not closed and {@code <words in brackets>} make it drop the
 * text behind them, or themselves; jsoup (1.24.1) does the same, and drops all after {@code x
 * <unclosed} too. Both read what browsers would show, and people send what browsers never saw.
 */
final class Markup {

  private static final String COMMENT = "<!--";
  private static final String COMMENT_END = "-->";
  private static final String CDATA = "<![cdata[";
  private static final String CDATA_END = "]]>";

  private final Draft in;
  private final Draft out;
  private final TagScanner tags;
  private final Map<String, Finder> finders = new HashMap<>();

  /** Where the section ends that is being read, or that was read last. */
  private int endOfCdata = -1;

  private Markup(Draft in, Draft out) {
    this.in = in;
    this.out = out;
    this.tags = new TagScanner(in);
  }

  /** The {@link Step}. */
  static void remove(Draft in, Draft out) {
    new Markup(in, out).run();
  }

  private void run() {
    int copied = 0;
    int i = next(0);
    while (i < in.length()) {
      out.copy(in, copied, i);
      copied = skip(i);
      i = next(Math.max(i + 1, copied));
    }
    out.copy(in, copied, in.length());
  }

  /** Where something may begin or end, at or after a place. */
  private int next(int from) {
    int next = in.next(TextCleaner.KINDS, from);
    return endOfCdata < from ? next : Math.min(next, endOfCdata);
  }

  /** The end of what begins at a place and is no text of its own; the place if nothing does. */
  private int skip(int start) {
    return switch (in.at(start)) {
      case '<' -> skipMarkup(start);
      case '&' -> Entities.decode(in, start, out);
      case ']' -> separate(start, start + CDATA_END.length());
      default -> start;
    };
  }

  private int skipMarkup(int start) {
    return switch (in.at(start + 1)) {
      case '!' -> skipDeclaration(start);
      case '?' -> in.has("<?xml", start) || in.has("<?php", start) ? upTo(">", start) : start;
      default -> tags.at(start).map(tag -> skip(start, tag)).orElse(start);
    };
  }

  private int skip(int start, Tag tag) {
    if (!HtmlNames.isInline(tag.element())) {
      separate(start, tag.end());
    }
    boolean unseen = tag.element().equals("script") || tag.element().equals("style");
    return tag.opening() && unseen ? content(tag) : tag.end();
  }

  /** The end of what nobody sees; the end of the tag if it is not closed before it opens again. */
  private int content(Tag tag) {
    int close = next("</" + tag.element(), tag.end());
    if (close < next("<" + tag.element(), tag.end())) {
      Optional<Tag> closing = tags.at(close);
      return closing.map(Tag::end).orElse(tag.end());
    }
    return tag.end();
  }

  private int skipDeclaration(int start) {
    if (in.has(COMMENT, start)) {
      return comment(start);
    }
    if (in.has(CDATA, start)) {
      endOfCdata = next(CDATA_END, start);
      return separate(start, start + CDATA.length());
    }
    if (in.has("<![if", start) || in.has("<![endif", start)) {
      return upTo(">", start);
    }
    return in.has("<!doctype", start) ? upTo(">", start) : start;
  }

  /** The end of a comment; one that opens again before it closes was not meant to go on. */
  private int comment(int start) {
    // In <!--> the same hyphens open and close.
    int close = next(COMMENT_END, start + COMMENT.length() - 2);
    int again = next(COMMENT, start + COMMENT.length());
    boolean closed = close < in.length() && close < again + COMMENT.length();
    return closed ? close + COMMENT_END.length() : start + COMMENT.length();
  }

  /** The end of a mark, if it comes before anything else opens. */
  private int upTo(String mark, int start) {
    int end = next(mark, start);
    return end < in.length() && end < next("<", start + 1)
        ? separate(start, end + mark.length())
        : start;
  }

  private int separate(int start, int end) {
    out.put(' ', in, start, end);
    return end;
  }

  private int next(String mark, int from) {
    return finders.computeIfAbsent(mark, m -> new Finder(in, m)).next(from);
  }
}
