/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What becomes of documents when Solr's process is killed: index, {@code kill -9}, restart, look,
 * again and again.
 */
package org.docket.benchmarks.crash;
