/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Ids to logits: the forward pass, over plain float arrays.
 *
 * <p>Text, categories and files are not known here, and nothing here trains.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.inference;
