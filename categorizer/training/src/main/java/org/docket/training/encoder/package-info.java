/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A Deeplearning4j layer that makes training fast: from ids of tokens to the features of a text in
 * one, computed over plain arrays by kernels, a group of texts at a time.
 *
 * <p>{@code LstmEncoder} is the layer, {@code SoftmaxOutput} an output layer that goes with it and
 * {@code ParallelAdam} an updater; each can be used in any Deeplearning4j network. The loop that
 * trains is in {@code org.docket.training}.
 */
package org.docket.training.encoder;
