/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

/** How the learning rate changes from step to step. */
public enum LearningRateSchedule {
  /** It stays. */
  CONSTANT,
  /** It rises and falls once over the whole training (Smith 2018, super-convergence). */
  CYCLE
}
