/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What training computes, over plain float arrays, forwards and back: from ids of tokens to the
 * features of texts, from there to the loss, some texts of similar length packed together, on all
 * processors.
 *
 * <p>Deeplearning4j is not known here. Its layers in {@code org.docket.training.dl4j} hand arrays
 * over. Not API, but for {@code Workers.use}.
 */
package org.docket.training.compute;
