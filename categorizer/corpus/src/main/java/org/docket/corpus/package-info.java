/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Corpora in and out: complaint CSVs and OpenNLP's training format, label maps, histograms, and the
 * split into training and validation. Everything is read as a stream.
 *
 * <p>Tokens and networks are not known here. API.
 */
package org.docket.corpus;
