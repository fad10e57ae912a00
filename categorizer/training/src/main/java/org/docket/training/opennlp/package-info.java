/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The trainer that OpenNLP's own machinery loads by name: {@code DoccatTrainer}, {@code
 * DoccatCrossValidator} and {@code DocumentCategorizerME.train} with {@code
 * Algorithm=org.docket.training.opennlp.LstmTrainer}.
 *
 * <p>Here live parameters, events and progress in OpenNLP's terms. How a training works is in
 * {@code org.docket.training}; what OpenNLP loads to run a model is in {@code org.docket.opennlp}.
 * {@link org.docket.training.opennlp.LstmTrainer} is API.
 */
package org.docket.training.opennlp;
