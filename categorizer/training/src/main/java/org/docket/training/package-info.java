/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Labelled texts in, model out: presets, encoding, batches, the Deeplearning4j network, the
 * training loop with its checkpoints, calibration and the export of the weights.
 *
 * <p>The only package that sees Deeplearning4j, and none of its public types shows it. Files of
 * documents are read in {@code org.docket.corpus}; the terminal belongs to the command line.
 */
package org.docket.training;
