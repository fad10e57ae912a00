/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.List;

/**
 * Adds commands from another jar, found by {@link java.util.ServiceLoader}: that is how docket-cli
 * does without the jars that training needs.
 */
public interface CommandProvider {

  /** Objects annotated as picocli commands, each a {@code Callable<Integer>}. */
  List<Object> commands();
}
