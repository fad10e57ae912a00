/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Passes on what the page asks to a Solr that runs elsewhere: one collection, and of it what the
 * page needs.
 */
package org.docket.solr.server.forward;
