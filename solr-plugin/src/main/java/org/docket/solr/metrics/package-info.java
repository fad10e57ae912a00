/* SPDX-License-Identifier: Apache-2.0 */
/** What is counted and timed while documents are tagged, and how Solr shows it. */
package org.docket.solr.metrics;
