/* SPDX-License-Identifier: Apache-2.0 */
/** Tokens to ids. How a vocabulary is chosen from a corpus is the trainer's business, not ours. */
package org.docket.vocabulary;
