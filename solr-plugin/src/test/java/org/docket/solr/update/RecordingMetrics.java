/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.ArrayList;
import java.util.List;
import org.docket.Categorization;
import org.docket.solr.metrics.TaggingMetrics;

/** Keeps what it is told, as text. */
final class RecordingMetrics implements TaggingMetrics {

  private final List<String> events = new ArrayList<>();

  List<String> events() {
    return events;
  }

  @Override
  public void categorized(Categorization answer, boolean truncated) {
    events.add("categorized " + answer.best().category() + (truncated ? " cut" : ""));
  }

  @Override
  public void tagged(String category, double probability) {
    events.add("tagged " + category + " " + probability);
  }

  @Override
  public void abstained() {
    events.add("abstained");
  }

  @Override
  public void belowThreshold() {
    events.add("belowThreshold");
  }

  @Override
  public void notAllowed() {
    events.add("notAllowed");
  }

  @Override
  public void kept() {
    events.add("kept");
  }

  @Override
  public void cleared() {
    events.add("cleared");
  }

  @Override
  public void withoutText() {
    events.add("withoutText");
  }

  @Override
  public void partialUpdate() {
    events.add("partialUpdate");
  }

  @Override
  public void failed(Throwable failure) {
    events.add("failed " + failure.getMessage());
  }

  @Override
  public void batch(int size, long analysisNanos, long networkNanos) {
    events.add("batch of " + size + (networkNanos < 0 ? " untimed" : ""));
  }
}
