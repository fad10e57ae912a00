/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Tokens to ids. How a vocabulary is chosen from a corpus is the trainer's business, not ours.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.vocabulary;
