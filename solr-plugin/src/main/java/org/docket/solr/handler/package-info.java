/* SPDX-License-Identifier: Apache-2.0 */
/** Answers what the model says to a text, without indexing it. */
package org.docket.solr.handler;
