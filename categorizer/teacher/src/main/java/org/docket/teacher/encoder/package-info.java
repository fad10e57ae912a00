/* SPDX-License-Identifier: Apache-2.0 */
/** Texts to vectors, by a pretrained sentence encoder that ONNX Runtime runs. */
package org.docket.teacher.encoder;
