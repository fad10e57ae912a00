/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.docket.evaluation.CategoryScore;
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

  private static final int LARGE_CELL = 24;
  private static final int SMALL_CELL = 12;
  private static final int WIDEST_NAME = 250;
  private static final int TOP = 42;
  private static final int MARGIN = 10;
  private static final int LONGEST_NAME = 200;

  private static final int LEAST_WIDTH = 260;
  private static final String AXES = "label \u2193   prediction \u2192";

  private static final Color TEXT = new Color(40, 40, 48);
  private static final Color LOW = new Color(245, 247, 250);
  private static final Color HIGH = new Color(20, 80, 160);

  private final Evaluation evaluation;
  private final List<String> names;
  private final int[] shown;
  private final int cell;
  private final int left;
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Pen pen;

  private ConfusionImage(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.names = evaluation.categories();
    this.shown = largest(evaluation.perCategory());
    this.cell = shown.length > NUMBERED ? SMALL_CELL : LARGE_CELL;
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, cell == LARGE_CELL ? 11 : 10);
    this.left = Math.min(WIDEST_NAME, widestName(font)) + 2 * MARGIN;
    int size = shown.length * cell;
    this.image =
        new BufferedImage(
            Math.max(LEAST_WIDTH, left + size + MARGIN),
            TOP + size + MARGIN,
            BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
    graphics.setFont(font);
    this.pen = new Pen(graphics);
  }

  private int widestName(Font font) {
    Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      FontMetrics metrics = scratch.getFontMetrics(font);
      IntStream widths =
          IntStream.range(0, shown.length).map(row -> metrics.stringWidth(label(row)));
      return Math.max(widths.max().orElse(0), metrics.stringWidth(AXES));
    } finally {
      scratch.dispose();
    }
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
  private static int[] largest(List<CategoryScore> categories) {
    return IntStream.range(0, categories.size())
        .boxed()
        .sorted(Comparator.comparingInt(row -> -categories.get(row).support()))
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private void draw() {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
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
    String title = "% of each label's documents" + some;
    pen.left(pen.fitting(title, image.getWidth() - 2 * MARGIN), MARGIN, 16);
    pen.right(AXES, left - MARGIN, TOP - 8);
    for (int column = 0; column < shown.length; column++) {
      if (shown.length <= NUMBERED || column % 5 == 0) {
        pen.centred(Integer.toString(column + 1), left + column * cell, cell - 1, TOP - 8);
      }
    }
  }

  private void drawRow(int row) {
    int top = TOP + row * cell;
    int base = top + cell / 2 + graphics.getFontMetrics().getAscent() / 2 - 1;
    graphics.setColor(TEXT);
    String number = number(row);
    int numberWidth = pen.width(number);
    pen.right(number, left - MARGIN, base);
    int right = left - MARGIN - numberWidth;
    pen.right(pen.fitting(name(row), right - MARGIN), right, base);
    double documents = Math.max(1, evaluation.perCategory().get(shown[row]).support());
    for (int column = 0; column < shown.length; column++) {
      drawCell(column, top, base, evaluation.confusion(shown[row], shown[column]) / documents);
    }
  }

  private void drawCell(int column, int top, int base, double share) {
    graphics.setColor(mix(Math.sqrt(share)));
    graphics.fillRect(left + column * cell, top, cell - 1, cell - 1);
    long percent = Math.round(100 * share);
    if (cell == LARGE_CELL && percent > 0) {
      graphics.setColor(share > 0.25 ? Color.WHITE : TEXT);
      pen.centred(Long.toString(percent), left + column * cell, cell - 1, base);
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

  private static String number(int row) {
    return " " + (row + 1);
  }

  private String label(int row) {
    return name(row) + number(row);
  }

  /** Names are data: cut before they are measured, without controls, which draw as boxes. */
  private String name(int row) {
    String name = names.get(shown[row]);
    return name.substring(0, Math.min(LONGEST_NAME, name.length())).replaceAll("\\p{Cntrl}", " ");
  }
}
