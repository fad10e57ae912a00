/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The commands that train: options, progress, output. How a training works is in {@code
 * org.docket.training}.
 */
package org.docket.cli.training;
