/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Labelled texts in, model out: the loop that trains, with its scores, checkpoints, calibration and
 * the record of where a model came from. {@link org.docket.training.Trainer} is the door.
 *
 * <p>The rooms below follow the data: {@code config} (presets, checked), {@code data} (texts to
 * ids), {@code network} and {@code dl4j} (what sees Deeplearning4j) and {@code compute} (the arrays
 * that they compute with). {@code opennlp} is OpenNLP's way in. Files of documents are read in
 * {@code org.docket.corpus}; the terminal belongs to the command line.
 *
 * <p>API, with what its signatures show of {@code config} and {@code data}, and with {@code dl4j}.
 */
package org.docket.training;
