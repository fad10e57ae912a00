/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The texts of a batch, out of Deeplearning4j's arrays of ids and of a mask. */
final class Texts {

  private Texts() {}

  /**
   * The ids of each text, without padding.
   *
   * @param ids [texts x 1 x longest] or [texts x longest]
   * @param mask [texts x longest], or null where all are tokens
   * @throws IllegalArgumentException if a shape is another one, or if a mask has gaps
   */
  static int[][] ids(INDArray ids, INDArray mask) {
    boolean plain = ids.rank() == 2 || ids.rank() == 3 && ids.size(1) == 1;
    if (!plain) {
      throw new IllegalArgumentException(
          "ids must have the shape [texts x 1 x longest], but have "
              + Arrays.toString(ids.shape()));
    }
    int texts = Math.toIntExact(ids.size(0));
    int longest = Math.toIntExact(ids.length() / texts);
    if (mask != null && (mask.length() != ids.length() || mask.size(0) != texts)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the mask must have the shape [%d x %d], but has %s",
              texts,
              longest,
              Arrays.toString(mask.shape())));
    }
    float[] values = NativeFloats.copy(ids);
    float[] isToken = mask == null ? null : NativeFloats.copy(mask);
    int[][] result = new int[texts][];
    for (int text = 0; text < texts; text++) {
      result[text] = text(values, isToken, text * longest, longest);
    }
    return result;
  }

  private static int[] text(float[] values, float[] isToken, int offset, int longest) {
    int start = 0;
    int end = longest;
    if (isToken != null) {
      while (start < longest && isToken[offset + start] == 0) {
        start++;
      }
      end = start;
      while (end < longest && isToken[offset + end] != 0) {
        end++;
      }
      for (int i = end; i < longest; i++) {
        if (isToken[offset + i] != 0) {
          throw new IllegalArgumentException(
              "the tokens of a text must stand together in the mask");
        }
      }
    }
    int[] ids = new int[end - start];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (int) values[offset + start + i];
    }
    return ids;
  }
}
