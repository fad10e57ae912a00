/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** Writes short texts into a drawing, in its font and colour. */
record Pen(Graphics2D graphics) {

  private static final String CUT = "\u2026";

  Pen {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  int width(String text) {
    return graphics.getFontMetrics().stringWidth(text);
  }

  /** The text, or its beginning if it is wider. */
  String fitting(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + CUT) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + CUT;
  }

  void left(String text, int x, int base) {
    graphics.drawString(text, x, base);
  }

  void right(String text, int right, int base) {
    graphics.drawString(text, right - width(text), base);
  }

  /** In the middle of a width. */
  void centred(String text, int x, int within, int base) {
    graphics.drawString(text, x + (within - width(text)) / 2, base);
  }
}
