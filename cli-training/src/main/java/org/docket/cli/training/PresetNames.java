/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.util.Iterator;
import java.util.List;

/** The presets that come with Docket, for the completion of a shell. */
final class PresetNames implements Iterable<String> {

  private static final List<String> NAMES = List.of("default", "seed");

  @Override
  public Iterator<String> iterator() {
    return NAMES.iterator();
  }
}
