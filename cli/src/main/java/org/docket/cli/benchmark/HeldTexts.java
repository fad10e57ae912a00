/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.docket.cli.Progress;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;

/**
 * Texts of files, held in memory so that reading them is not measured. What has no room is only
 * counted. For one thread.
 */
final class HeldTexts {

  /** A letter takes up to two bytes: so many bytes of the heap for each letter that is held. */
  private static final int HEAP_SHARE = 16;

  private final long most;
  private final List<String> texts = new ArrayList<>();
  private long letters;
  private long seen;
  private boolean full;

  /**
   * Holds nothing yet.
   *
   * @param most letters that are held
   */
  HeldTexts(long most) {
    this.most = most;
  }

  /** With room for texts in an eighth of the heap. */
  static HeldTexts inHeap() {
    return new HeldTexts(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
  }

  /**
   * The texts of some files: as many of the first as there is room for, one at least.
   *
   * @throws DocketException if a file cannot be read, or if there is no text
   */
  List<String> read(List<Path> files, CorpusOptions options) {
    try (CorpusReader reader = new CorpusReader(options);
        Progress progress = Progress.ofFiles("reading", "documents", files)) {
      for (Path file : files) {
        reader.read(
            progress.input(file),
            document -> {
              add(document);
              progress.step(1);
            });
      }
      reader.finish();
    }
    if (texts.isEmpty()) {
      throw new DocketException(
          "there is no text in " + String.join(", ", files.stream().map(Path::toString).toList()));
    }
    return List.copyOf(texts);
  }

  /** What to tell of texts that had no room. */
  Optional<String> remark() {
    return full
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "measured on the first %,d of %,d documents, which is what an eighth of Java's heap"
                    + " holds (DOCKET_JAVA_OPTS=-Xmx4g gives a larger one)",
                texts.size(),
                seen))
        : Optional.empty();
  }

  private void add(LabelledText document) {
    seen++;
    letters += document.text().length();
    full |= letters > most && !texts.isEmpty();
    if (!full) {
      texts.add(document.text());
    }
  }
}
