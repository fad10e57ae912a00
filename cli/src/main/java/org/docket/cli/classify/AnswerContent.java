/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

/**
 * What an answer is to tell.
 *
 * @param top how many categories
 * @param explain whether the words that speak for the best one
 */
record AnswerContent(int top, boolean explain) {}
