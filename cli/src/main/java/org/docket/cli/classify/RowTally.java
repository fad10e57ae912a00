/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.List;

/**
 * Rows that have no answer.
 *
 * @param withoutText whose text was empty
 * @param bad that could not be read
 */
record RowTally(long withoutText, long bad) {

  static final RowTally NONE = new RowTally(0, 0);

  static RowTally of(List<Answer> answers) {
    long bad = answers.stream().filter(answer -> answer.row().problem().isPresent()).count();
    long without = answers.stream().filter(answer -> answer.result().isEmpty()).count();
    return new RowTally(without - bad, bad);
  }

  RowTally plus(RowTally other) {
    return new RowTally(withoutText + other.withoutText, bad + other.bad);
  }

  boolean isEmpty() {
    return withoutText == 0 && bad == 0;
  }

  @Override
  public String toString() {
    String text = withoutText == 0 ? "" : withoutText + " without text";
    return bad == 0 ? text : text + (text.isEmpty() ? "" : ", ") + bad + " bad";
  }
}
