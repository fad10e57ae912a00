/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

/**
 * How much text is held, in memory and of what will be shown, so that neither a large corpus nor
 * long texts need more memory, or make a page that no browser opens. For one thread.
 */
final class HeldText implements Ranking.Watcher<Candidate> {

  /** Characters of all texts. */
  private static final long LETTERS = 8_000_000;

  /** Bytes in JSON. */
  private static final long BYTES = 2_800_000;

  private long letters;
  private long bytes;

  @Override
  public void add(Candidate candidate) {
    letters += candidate.text().length();
    bytes += bytes(candidate);
  }

  @Override
  public void remove(Candidate candidate) {
    letters -= candidate.text().length();
    bytes -= bytes(candidate);
  }

  boolean isTooMuch() {
    return letters > LETTERS || bytes > BYTES;
  }

  private static long bytes(Candidate candidate) {
    return JsonSize.of(candidate.shown(ShownDocument.SHOWN)) + ShownDocument.FRAME;
  }
}
