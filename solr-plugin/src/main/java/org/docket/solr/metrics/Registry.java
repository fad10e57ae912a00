/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Solr's metrics registry for one core, whichever this Solr has. Names are in camel case.
 *
 * <p>What it returns is safe for use by many threads; asked for the same name again, by another
 * registry of the same core, it goes on counting.
 */
interface Registry extends AutoCloseable {

  /** A count that only grows. */
  LongConsumer counter(String name, String description);

  /** Times, which are given in nanoseconds. */
  LongConsumer timer(String name, String description);

  /** Numbers whose distribution matters. */
  LongConsumer histogram(String name, String description);

  /** Counts that only grow, by name, asked for when somebody looks. */
  void counts(String name, String description, Supplier<Map<String, Long>> counts);

  /** Values that come and go, by name, asked for when somebody looks. */
  void gauges(String name, String description, Supplier<Map<String, Double>> values);

  /** What does not change while the core is open. */
  void info(String name, String description, Map<String, String> info);

  /** Takes out what asks, so that nothing of a closed core is held. Counts stay. */
  @Override
  void close();
}
