/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.docket.evaluation.Evaluation;

/**
 * The confusion heat map: a row for each label, a column for each prediction, each row in per cent
 * of its documents. Drawn here, and not by a chart library, because it is drawn after each epoch:
 * it may cost no more than some milliseconds.
 */
final class ConfusionImage {

  /** The most categories, those with the most documents. */
  static final int MOST = 100;

  /** Categories beyond which a cell has no room for its number. */
  private static final int NUMBERED = 30;

  private static final int LARGE_CELL = 30;
  private static final int SMALL_CELL = 14;
  private static final int NAME = 250;
  private static final int TOP = 46;
  private static final int MARGIN = 10;
  private static final int LONGEST_NAME = 200;

  private static final Color TEXT = new Color(40, 40, 48);
  private static final Color LOW = new Color(245, 247, 250);
  private static final Color HIGH = new Color(20, 80, 160);

  private final int[][] confusion;
  private final List<String> names;
  private final int[] shown;
  private final int cell;
  private final BufferedImage image;
  private final Graphics2D graphics;

  private ConfusionImage(Evaluation evaluation) {
    this.confusion = evaluation.confusion();
    this.names = evaluation.categories();
    this.shown = largest(confusion);
    this.cell = shown.length > NUMBERED ? SMALL_CELL : LARGE_CELL;
    int size = shown.length * cell;
    this.image =
        new BufferedImage(NAME + size + MARGIN, TOP + size + MARGIN, BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
  }

  /** Draws it. */
  static Png of(Evaluation evaluation) throws IOException {
    ConfusionImage drawing = new ConfusionImage(evaluation);
    try {
      drawing.draw();
    } finally {
      drawing.graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(drawing.image, "png", bytes);
    return new Png(drawing.image.getWidth(), drawing.image.getHeight(), bytes.toByteArray());
  }

  /** The rows with the most documents, in the order of the categories. */
  private static int[] largest(int[][] confusion) {
    return IntStream.range(0, confusion.length)
        .boxed()
        .sorted(Comparator.comparingLong(row -> -documents(confusion[row])))
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static long documents(int[] row) {
    return Arrays.stream(row).asLongStream().sum();
  }

  private void draw() {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, cell == LARGE_CELL ? 12 : 10));
    drawTitle();
    for (int row = 0; row < shown.length; row++) {
      drawRow(row);
    }
  }

  private void drawTitle() {
    graphics.setColor(TEXT);
    String some =
        shown.length < names.size()
            ? String.format(Locale.ROOT, ", the %d largest of %,d", shown.length, names.size())
            : "";
    drawClipped("% of each label's documents" + some, MARGIN, 18, image.getWidth() - 2 * MARGIN);
    drawRight("label \u2193   prediction \u2192", NAME - MARGIN, TOP - 8);
    for (int column = 0; column < shown.length; column++) {
      if (shown.length <= NUMBERED || column % 5 == 0) {
        drawCentred(Integer.toString(column + 1), column, TOP - 8);
      }
    }
  }

  private void drawRow(int row) {
    int top = TOP + row * cell;
    int base = top + cell / 2 + graphics.getFontMetrics().getAscent() / 2 - 1;
    graphics.setColor(TEXT);
    String number = " " + (row + 1);
    int numberWidth = graphics.getFontMetrics().stringWidth(number);
    drawRight(number, NAME - MARGIN, base);
    drawRight(
        fitting(name(row), NAME - 2 * MARGIN - numberWidth), NAME - MARGIN - numberWidth, base);
    int[] counts = confusion[shown[row]];
    long documents = Math.max(1, documents(counts));
    for (int column = 0; column < shown.length; column++) {
      double share = (double) counts[shown[column]] / documents;
      drawCell(column, top, base, share);
    }
  }

  private void drawCell(int column, int top, int base, double share) {
    graphics.setColor(mix(Math.sqrt(share)));
    graphics.fillRect(NAME + column * cell, top, cell - 1, cell - 1);
    long percent = Math.round(100 * share);
    if (cell == LARGE_CELL && percent > 0) {
      graphics.setColor(share > 0.25 ? Color.WHITE : TEXT);
      drawCentred(Long.toString(percent), column, base);
    }
  }

  /** Of the root of a share, so that the few confusions are seen beside the many right ones. */
  private static Color mix(double part) {
    return new Color(
        mix(LOW.getRed(), HIGH.getRed(), part),
        mix(LOW.getGreen(), HIGH.getGreen(), part),
        mix(LOW.getBlue(), HIGH.getBlue(), part));
  }

  private static int mix(int low, int high, double part) {
    return (int) Math.round(low + (high - low) * part);
  }

  /** Names are data: cut before they are measured, without controls, which draw as boxes. */
  private String name(int row) {
    String name = names.get(shown[row]);
    return name.substring(0, Math.min(LONGEST_NAME, name.length())).replaceAll("\\p{Cntrl}", " ");
  }

  private String fitting(String text, int width) {
    FontMetrics metrics = graphics.getFontMetrics();
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && metrics.stringWidth(text.substring(0, end) + "\u2026") > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "\u2026";
  }

  private void drawClipped(String text, int x, int base, int width) {
    graphics.drawString(fitting(text, width), x, base);
  }

  private void drawRight(String text, int right, int base) {
    graphics.drawString(text, right - graphics.getFontMetrics().stringWidth(text), base);
  }

  private void drawCentred(String text, int column, int base) {
    int width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, NAME + column * cell + (cell - 1 - width) / 2, base);
  }
}
