/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

/** Names of fields with one star, at the beginning or at the end, as Solr writes them. */
final class Patterns {

  private Patterns() {}

  /** Whether a name is the pattern, or fits its star. */
  static boolean matches(String pattern, String name) {
    if (pattern.startsWith("*")) {
      return name.endsWith(pattern.substring(1));
    }
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }
}
