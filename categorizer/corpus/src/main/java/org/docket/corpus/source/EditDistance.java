/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

/**
 * How far what was typed is from what may have been meant. Own code: no library of ours has it but
 * as deprecated.
 */
public final class EditDistance {

  private EditDistance() {}

  /** How many letters are to be changed, put in or taken out (Levenshtein's distance). */
  public static int of(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
