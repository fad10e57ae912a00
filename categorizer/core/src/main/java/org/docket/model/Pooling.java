/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

/** How the outputs of the top LSTM layer, one for each token, become the features of a text. */
public enum Pooling {
  /** The output at the last token; of a backward layer, at the first. */
  LAST,
  /** The mean over time and the maximum over time, side by side. */
  MEAN_MAX
}
