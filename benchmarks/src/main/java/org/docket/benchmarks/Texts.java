/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelledText;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Real texts, which take turns in batches. */
@State(Scope.Benchmark)
public class Texts {

  /** Texts in a batch. */
  static final int BATCH = 128;

  /** A CSV of complaints. */
  @Param("conf/demo/complaints.csv")
  public String csv;

  private final List<LabelledText> documents = new ArrayList<>();
  private final List<List<String>> batches = new ArrayList<>();

  /** Reads the file. */
  @Setup
  public void read() {
    Corpus.read(Path.of(csv), CorpusOptions.defaults(), documents::add);
    List<String> batch = new ArrayList<>();
    for (int i = 0; i < documents.size() || !batch.isEmpty(); i++) {
      batch.add(documents.get(i % documents.size()).text());
      if (batch.size() == BATCH) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
    }
  }

  List<LabelledText> documents() {
    return documents;
  }

  List<String> batch(Turn turn) {
    return batches.get(turn.next(batches.size()));
  }
}
