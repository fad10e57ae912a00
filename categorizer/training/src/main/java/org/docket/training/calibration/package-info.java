/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Logits that mean what they say.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.training.calibration;
