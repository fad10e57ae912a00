/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.docket.corpus.rows.CsvRows;
import org.docket.corpus.rows.JsonRows;
import org.docket.corpus.rows.LineRows;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowEmitter;
import org.docket.corpus.rows.RowHandler;
import org.docket.corpus.rows.RowSettings;
import org.docket.corpus.source.Input;
import org.docket.corpus.source.TextSource;
import org.docket.corpus.source.TextSources;
import org.docket.error.DocketException;

/**
 * Reads several inputs as one corpus: labels that are merged, what is told of labels, and the file
 * of bad rows are of all of them. For one thread.
 */
public final class CorpusReader implements Closeable {

  /** So many empty inputs are named, and labels that a map has in another spelling. */
  private static final int SHOWN = 5;

  private final CorpusOptions options;
  private final BadRows badRows;
  private final LabelSpellings spellings;
  private final List<String> empty = new ArrayList<>();
  private boolean byRows;
  private CorpusCounts counts = CorpusCounts.NONE;

  /**
   * A reader that has read nothing yet.
   *
   * @throws DocketException if the file of bad rows cannot be written
   */
  public CorpusReader(CorpusOptions options) {
    this.options = options;
    this.badRows = new BadRows(options);
    this.spellings = new LabelSpellings(options.mergeLabels());
  }

  /**
   * Reads a file as documents.
   *
   * @param consumer gets each document, in the order of the file
   * @return what was read of this file and what was left out
   * @throws DocketException if the file is missing, lacks a column, is corrupt, has a bad row that
   *     the options do not allow, or more bad rows than others; the message names file and line
   */
  public CorpusCounts read(Path file, Consumer<LabelledText> consumer) {
    return read(Input.of(file), consumer);
  }

  /**
   * Reads an input as documents.
   *
   * @param consumer gets each document, in the order of the input
   * @return what was read of this input and what was left out
   * @throws DocketException as {@link #read(Path, Consumer)} does
   */
  public CorpusCounts read(Input input, Consumer<LabelledText> consumer) {
    return read(input, (DocumentHandler) (document, row) -> consumer.accept(document));
  }

  /**
   * Reads an input as documents, each with the row that it stands in.
   *
   * @param handler gets each document, in the order of the input
   * @return what was read of this input and what was left out
   * @throws DocketException as {@link #read(Path, Consumer)} does
   */
  public CorpusCounts read(Input input, DocumentHandler handler) {
    return read(input, options, handler);
  }

  /**
   * Reads an input otherwise than the others: its format, columns and labels are those of other
   * options; bad rows, merged labels and what is told are those of all inputs.
   *
   * @param handler gets each document, in the order of the input
   * @return what was read of this input and what was left out
   * @throws DocketException as {@link #read(Path, Consumer)} does
   */
  public CorpusCounts read(Input input, CorpusOptions otherwise, DocumentHandler handler) {
    return read(input, otherwise, new DocumentSink(otherwise, spellings, handler), row -> {});
  }

  /**
   * Reads an input row by row: each comes, also without text, also bad ones if the options let them
   * pass. Labels come as they stand.
   *
   * @return what was read of this input
   * @throws DocketException as {@link #read(Path, Consumer)} does
   */
  public CorpusCounts rows(Input input, RowHandler handler) {
    byRows = true;
    return read(
        input, options, new DocumentSink(options, spellings, (document, row) -> {}), handler);
  }

  /**
   * Ends the reading well: tells what a person should know of all that was read, and puts the file
   * of bad rows into its place.
   *
   * @return what was read of all inputs and what was left out
   */
  public CorpusCounts finish() {
    badRows.finish();
    // Who gets no document at all is told that anyway.
    if (counts.rows() > 0 || byRows) {
      empty.stream().limit(SHOWN).map(name -> name + " has no rows").forEach(options.notices());
    }
    spellings.remarks().forEach(options.notices());
    unmappedRemarks().forEach(options.notices());
    badRows.remarks(counts.rows()).forEach(options.notices());
    return counts;
  }

  /** Without {@link #finish} there is no file of bad rows. */
  @Override
  public void close() {
    try {
      badRows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CorpusCounts read(Input input, CorpusOptions how, DocumentSink sink, RowHandler handler) {
    badRows.requireOther(input.name());
    TextRows rows = new TextRows(how, sink, handler);
    try {
      TextSources.read(input, how.encoding(), handler::waiting, options.notices(), rows::read);
    } catch (IOException e) {
      throw new DocketException(input.name() + " cannot be read: " + e.getMessage(), e);
    }
    CorpusCounts read = sink.counts();
    counts = counts.plus(read);
    badRows.requireFew(input.name(), read.bad(), read.rows());
    if (read.rows() == 0) {
      empty.add(input.name());
    }
    return read;
  }

  /** Labels that the map has in another spelling. */
  private List<String> unmappedRemarks() {
    if (options.labelMap().isEmpty()) {
      return List.of();
    }
    LabelMap map = options.labelMap().get();
    List<String> remarks = new ArrayList<>();
    for (String label : counts.unmapped().keySet()) {
      Optional<String> similar = map.similarLabel(label);
      if (similar.isPresent() && !options.mergeLabels()) {
        remarks.add(unmapped(label, similar.get()) + " (--merge-labels makes them one)");
      } else if (similar.isEmpty() && remarks.size() < SHOWN) {
        map.nearLabel(label).ifPresent(near -> remarks.add(unmapped(label, near)));
      }
    }
    return remarks.stream().limit(SHOWN).toList();
  }

  private String unmapped(String label, String known) {
    return "the label \""
        + (label
            + "\" ("
            + counts.unmapped().get(label)
            + ") is not in the label map, which has \"")
        + (known + "\"");
  }

  private static RowSettings settings(CorpusOptions options) {
    return new RowSettings(
        options.delimiter(),
        options.quoteEscape(),
        options.textColumn(),
        options.labelColumn(),
        options.texts(),
        options.labelled(),
        options.probabilities(),
        options.keep(),
        options.keepAll(),
        options.fields(),
        options.keepIfThere(),
        options.orKnownColumns(),
        options.notices(),
        Corpus.MAX_ROW);
  }

  /** Reads the texts of an input, and what rows are bad. */
  private final class TextRows implements RowHandler {

    private final CorpusOptions how;
    private final RowSettings settings;
    private final DocumentSink sink;
    private final RowHandler handler;
    private final RowEmitter emitter = new RowEmitter(this);
    private TextSource text;

    TextRows(CorpusOptions how, DocumentSink sink, RowHandler handler) {
      this.how = how;
      this.settings = settings(how);
      this.sink = sink;
      this.handler = handler;
    }

    void read(TextSource source) throws IOException {
      text = source;
      emitter.begin(source);
      CorpusFormat format = FormatFinder.format(source, how, settings);
      LineRows lines = new LineRows(source, settings, emitter);
      switch (format) {
        case CSV -> new CsvRows(source, settings, emitter).read();
        case JSON -> new JsonRows(source, settings, emitter).read();
        case TSV -> lines.readTabs();
        case OPENNLP -> lines.readOpenNlp();
        case LINES -> lines.readTexts();
      }
    }

    @Override
    public void columns(List<String> kept) {
      sink.columns(kept);
      handler.columns(kept);
    }

    @Override
    public void row(Row row) {
      sink.row(row);
      if (row.problem().isPresent()) {
        badRows.bad(text.name(), row);
      }
      handler.row(row);
    }
  }
}
