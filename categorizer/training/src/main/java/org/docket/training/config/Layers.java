/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

/**
 * Which Deeplearning4j layers make up the network; it is the same network in both cases. Only who
 * compares the two gives the key {@code training.layers}.
 */
public enum Layers {
  /** Docket's own, from ids to features in one: fast; the default. */
  FAST,
  /** Deeplearning4j's, one for each part: slow, to compare with. */
  STOCK
}
