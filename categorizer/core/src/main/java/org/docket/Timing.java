/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

/**
 * Is told how long the parts of a categorization took. Called in the thread that categorizes, once
 * or several times for each part of {@link TextCategorizer#categorizeAll(java.util.List, Timing)}.
 */
public interface Timing {

  /** Text to what the network reads. */
  void analysis(long nanos);

  /** That to probabilities. */
  void network(long nanos);
}
