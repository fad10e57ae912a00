/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.labels;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.Categorization;
import org.docket.cli.Preview;
import org.docket.corpus.LabelledText;
import org.docket.evaluation.LabelErrorFinder;
import org.docket.evaluation.LabelErrors;

/**
 * Looks for likely label errors among documents as they are categorized. Of a document that may be
 * one its place and first words are held, and the whole text in a {@link TextStore} if it will be
 * written. For one thread.
 */
public final class LabelErrorCollector implements Closeable {

  private static final int START = 100;

  private final LabelErrorFinder finder;
  private final Optional<TextStore> texts;
  private final Map<Integer, Held> held = new HashMap<>();
  private int documents;

  /**
   * A collector that has no documents yet.
   *
   * @param categories the model's
   * @param folder where texts go that are more than memory should hold; empty if only first words
   *     are asked for
   */
  public LabelErrorCollector(List<String> categories, Optional<Path> folder) {
    this.finder = new LabelErrorFinder(categories);
    this.texts = folder.map(TextStore::new);
  }

  /** Adds a document and what the model says of it. */
  public void add(LabelledText document, DocumentPlace place, Categorization answer) {
    if (finder.add(document.category(), answer)) {
      String start = Preview.of(document.text(), START);
      int text = texts.map(store -> store.add(document.text())).orElse(-1);
      held.put(documents, new Held(place, start, text));
    }
    documents++;
  }

  /** The errors among what was added; usable until this is closed. */
  public LabelErrorListing listing() {
    LabelErrors errors = finder.find();
    List<Held> listed = errors.errors().stream().map(error -> held.get(error.document())).toList();
    return new LabelErrorListing(errors, listed, texts);
  }

  @Override
  public void close() {
    texts.ifPresent(TextStore::close);
  }

  /**
   * What is held of a document.
   *
   * @param text its number in the store; -1 without one
   */
  record Held(DocumentPlace place, String start, int text) {}
}
