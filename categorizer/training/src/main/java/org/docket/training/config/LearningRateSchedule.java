/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

/** The learning-rate schedule: how the rate changes from step to step. */
public enum LearningRateSchedule {
  /** It stays. */
  CONSTANT,
  /** Warm-up and decay, once over the whole training (Smith 2018, super-convergence). */
  CYCLE
}
