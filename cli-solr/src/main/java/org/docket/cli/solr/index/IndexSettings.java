/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.docket.cli.solr.index.fields.MappingOptions;
import org.docket.corpus.CorpusOptions;

/**
 * What a run is to do.
 *
 * @param inputs to read
 * @param corpus how they are read
 * @param mapping which column is which field
 * @param journal the file of what is done
 * @param rejected the file of what cannot be indexed, when there is any
 * @param resume whether to go on with the journal
 * @param commit whether to commit at the end
 * @param clients the most that send at once
 * @param patience how long to wait for a Solr that takes nothing
 * @param parameters of each update
 */
record IndexSettings(
    Inputs inputs,
    CorpusOptions corpus,
    MappingOptions mapping,
    Path journal,
    Path rejected,
    boolean resume,
    boolean commit,
    int clients,
    Duration patience,
    Map<String, String> parameters) {

  /** What decides what becomes of a row: it must be the same when the work goes on. */
  String how() {
    return String.join(
        " ",
        mapping.words(),
        String.valueOf(corpus.format()),
        String.valueOf(corpus.delimiter()),
        String.valueOf(corpus.quoteEscape()),
        String.valueOf(corpus.encoding()),
        new TreeMap<>(parameters).toString());
  }
}
