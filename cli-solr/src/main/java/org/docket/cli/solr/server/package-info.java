/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the commands share that run Docket's own Solr: the files that it is made of, its log, and
 * starting it so that what goes wrong is told in a line.
 */
package org.docket.cli.solr.server;
