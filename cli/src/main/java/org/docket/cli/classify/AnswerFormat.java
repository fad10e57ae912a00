/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.List;

/** How {@code classify} prints its answers. */
enum AnswerFormat {
  /** For people. */
  TEXT {
    @Override
    Answers answers(AnswerContent content, List<String> kept) {
      return new TextAnswers(content);
    }
  },
  /** A header and a row per row of the input. */
  CSV {
    @Override
    Answers answers(AnswerContent content, List<String> kept) {
      return new CsvAnswers(content, kept);
    }
  },
  /** A JSON object per row and line. */
  JSONL {
    @Override
    Answers answers(AnswerContent content, List<String> kept) {
      return new JsonAnswers(content, kept);
    }
  };

  /**
   * Writes answers in this format.
   *
   * @param kept what the kept columns are called
   */
  abstract Answers answers(AnswerContent content, List<String> kept);
}
