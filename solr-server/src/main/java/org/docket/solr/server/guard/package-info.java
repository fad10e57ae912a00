/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who may ask a server on this machine, and for what. Any web page that a browser shows can send
 * requests to localhost: without a look at where they come from it could read and change all that
 * Solr holds. Nothing here knows Solr's classes, only the paths that it has.
 */
package org.docket.solr.server.guard;
