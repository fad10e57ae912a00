/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The command line: {@link org.docket.cli.Docket} finds the commands and runs one. Here is what
 * they share; each command lives in a package of its own, and those that need Solr or train in a
 * module of their own. What a command does lives in the libraries; commands are options, output and
 * exit codes.
 */
package org.docket.cli;
