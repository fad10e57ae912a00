/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Docket costs, measured with JMH, and next to its peers.
 *
 * <p>Peers that must be downloaded live in the source folder {@code peers} and need the Maven
 * profile of that name. {@code benchmarks/run.sh} runs what BENCHMARKS.md records.
 */
package org.docket.benchmarks;
