/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The commands, one class each, and what they share. What a command does lives in the libraries;
 * here are options, output and exit codes. {@code train} is in docket-cli-training.
 */
package org.docket.cli;
