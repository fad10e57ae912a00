/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Docket's corpora as a format of OpenNLP's own command line. Reading itself is in {@code
 * org.docket.corpus}.
 */
package org.docket.corpus.opennlp;
