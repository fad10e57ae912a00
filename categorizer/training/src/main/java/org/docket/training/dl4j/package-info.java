/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Docket adds to Deeplearning4j, for any network: {@code LstmEncoder}, a layer from ids of
 * tokens to the features of a text in one; {@code SoftmaxOutput}, an output layer that goes with
 * it; {@code ParallelAdam}, an updater. They are API. What they compute is in {@code
 * org.docket.training.compute}.
 */
package org.docket.training.dl4j;
