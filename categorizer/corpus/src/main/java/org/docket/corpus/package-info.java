/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Corpora in and out: CSV, TSV, JSON and OpenNLP's training format, labels and label maps,
 * histograms, and the split into training and validation. Everything is read as a stream.
 *
 * <p>Tokens and networks are not known here. API.
 */
package org.docket.corpus;
