/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

/** An image file. Its bytes are not copied. */
record Png(int width, int height, byte[] bytes) {}
