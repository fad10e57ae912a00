/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of columns (of JSON: of fields) that have a category's probability: {@code
 * p(Mortgage)}, and in JSON also {@code probabilities.Mortgage}, a field of the object {@code
 * probabilities}.
 */
public final class ProbabilityNames {

  private static final Pattern NAME =
      Pattern.compile("\\s*[pP]\\s*\\((.*)\\)\\s*|probabilities\\.(.*)", Pattern.DOTALL);

  private ProbabilityNames() {}

  /** The category as it stands, if the column is one of probabilities. */
  public static Optional<String> category(String column) {
    Matcher name = NAME.matcher(column);
    return name.matches()
        ? Optional.of(name.group(1) == null ? name.group(2) : name.group(1))
        : Optional.empty();
  }

  static boolean isOne(String column) {
    return category(column).isPresent();
  }
}
