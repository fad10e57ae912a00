/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Ids to logits: the forward pass, over plain float arrays.
 *
 * <p>Text, categories and files are not known here, and nothing here trains.
 */
package org.docket.inference;
