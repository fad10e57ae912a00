/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.docket.corpus.LabelledText;

/**
 * Some texts of a stream, each as likely as any other (Vitter 1985, algorithm R), so that a large
 * corpus needs no more memory than a small one. The same stream gives the same sample.
 *
 * <p>Texts of more than {@value #MAX_CHARS} characters are not taken. For one thread.
 */
public final class Sample implements Consumer<LabelledText> {

  private static final int MAX_CHARS = 100_000;

  private final int size;
  private final Random random = new Random(1947);
  private final List<String> texts = new ArrayList<>();
  private int seen;

  /**
   * An empty sample.
   *
   * @param size how many texts to keep at most
   */
  public Sample(int size) {
    this.size = size;
  }

  @Override
  public void accept(LabelledText document) {
    if (document.text().length() > MAX_CHARS) {
      return;
    }
    seen++;
    if (texts.size() < size) {
      texts.add(document.text());
      return;
    }
    int place = random.nextInt(seen);
    if (place < size) {
      texts.set(place, document.text());
    }
  }

  /** What was kept. */
  public List<String> texts() {
    return List.copyOf(texts);
  }
}
