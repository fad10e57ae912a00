/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Everything that decides what a training does, as presets say it, checked. {@link
 * org.docket.training.config.TrainingConfig} is API.
 */
package org.docket.training.config;
