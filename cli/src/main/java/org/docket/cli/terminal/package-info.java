/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a terminal can show, and how to show it there: columns, colours, bars, curves, and the line
 * that tells of work under way. Nothing in here knows a command.
 */
package org.docket.cli.terminal;
