/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A training as TensorBoard shows it: event files with scalars, images, histograms and parameters,
 * and the files of its projector. {@link org.docket.training.tensorboard.TensorBoard} is the door.
 *
 * <p>The messages are TensorFlow's, of which nd4j-api holds the classes; those that it lacks have a
 * few fields, and are written field by field. Nothing that trains depends on this package: it
 * watches, and the model is the same with and without it.
 */
package org.docket.training.tensorboard;
