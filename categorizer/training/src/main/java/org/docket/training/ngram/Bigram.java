/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.ngram;

/** Two ids of tokens in one number, which sorts as the pair does. */
final class Bigram {

  private Bigram() {}

  static long of(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  static int first(long bigram) {
    return (int) (bigram >> Integer.SIZE);
  }

  static int second(long bigram) {
    return (int) bigram;
  }
}
