/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A run as TensorBoard sees it: values by tag and step. */
final class RunReader {

  /** A value of a summary at a step. */
  record At(long step, WireMessage value) {}

  private final List<At> values = new ArrayList<>();

  /** Times when values were written, in seconds. */
  final List<Double> times = new ArrayList<>();

  RunReader(Path folder) throws IOException {
    for (WireMessage event : EventReader.events(folder)) {
      long step = event.number(2);
      if (event.has(7) && event.message(7).number(1) == 1) { // a session that starts
        values.removeIf(value -> value.step() >= step);
      }
      if (event.has(5)) {
        times.add(event.real(1));
        event.message(5).messages(1).forEach(value -> values.add(new At(step, value)));
      }
    }
  }

  Set<String> tags() {
    Set<String> tags = new TreeSet<>();
    values.forEach(value -> tags.add(value.value().text(1)));
    return tags;
  }

  /** Of one tag, in the order of the file. */
  List<At> all(String tag) {
    return values.stream().filter(value -> value.value().text(1).equals(tag)).toList();
  }

  WireMessage one(String tag) {
    List<At> all = all(tag);
    if (all.size() != 1) {
      throw new IllegalArgumentException("there are " + all.size() + " values of " + tag);
    }
    return all.get(0).value();
  }

  /** The scalars of a tag; none stands twice. */
  NavigableMap<Long, Double> scalars(String tag) {
    NavigableMap<Long, Double> scalars = new TreeMap<>();
    for (At at : all(tag)) {
      if (scalars.put(at.step(), at.value().real(2)) != null) {
        throw new IllegalArgumentException(tag + " has step " + at.step() + " twice");
      }
    }
    return scalars;
  }
}
