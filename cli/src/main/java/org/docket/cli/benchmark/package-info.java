/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code docket benchmark}: a quick figure of this machine's speed, on a network of random weights,
 * or of a model on texts.
 *
 * <p>What is measured against other engines, and with what care, stands in the module benchmarks.
 */
package org.docket.cli.benchmark;
