/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a confusion that are not empty, side by side.
 *
 * @param actual of each cell the label
 * @param predicted of each cell the category
 * @param counts of each cell the documents
 * @param documents of all cells
 */
record ConfusionCells(int[] actual, int[] predicted, int[] counts, int documents) {

  static ConfusionCells of(int[][] confusion) {
    List<int[]> cells = new ArrayList<>();
    for (int row = 0; row < confusion.length; row++) {
      for (int column = 0; column < confusion.length; column++) {
        if (confusion[row][column] > 0) {
          cells.add(new int[] {row, column, confusion[row][column]});
        }
      }
    }
    int[] counts = column(cells, 2);
    int documents = 0;
    for (int count : counts) {
      documents += count;
    }
    return new ConfusionCells(column(cells, 0), column(cells, 1), counts, documents);
  }

  int size() {
    return counts.length;
  }

  private static int[] column(List<int[]> cells, int number) {
    return cells.stream().mapToInt(cell -> cell[number]).toArray();
  }
}
