/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.ngram;

import java.util.Arrays;

/** A vector most of whose values are 0: rows of a matrix, with values. */
record SparseVector(int[] rows, float[] values) {

  int size() {
    return rows.length;
  }

  int row(int i) {
    return rows[i];
  }

  float value(int i) {
    return values[i];
  }

  /** Vector times matrix [rows x products]. */
  void dot(float[] matrix, double[] products) {
    Arrays.fill(products, 0);
    for (int i = 0; i < rows.length; i++) {
      int at = rows[i] * products.length;
      for (int j = 0; j < products.length; j++) {
        products[j] += values[i] * matrix[at + j];
      }
    }
  }
}
