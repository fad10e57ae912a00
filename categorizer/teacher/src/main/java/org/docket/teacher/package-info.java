/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A teacher: a pretrained sentence encoder and n-grams, whose heads are fitted out of fold, and
 * whose calibrated probabilities a light model learns from. Found by {@link
 * java.util.ServiceLoader}.
 */
package org.docket.teacher;
