/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code docket completion}: what a shell needs to complete commands, options and values, also of
 * commands whose modules are not there: they are described in files beside this package's classes,
 * each held true by a test of its module.
 */
package org.docket.cli.completion;
