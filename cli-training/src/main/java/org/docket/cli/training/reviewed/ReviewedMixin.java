/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.reviewed;

import java.nio.file.Path;
import java.util.List;
import org.docket.cli.HelpGroup;
import org.docket.error.DocketException;
import picocli.CommandLine.Option;

/** The options of labels that people gave, which are certain. */
public final class ReviewedMixin implements HelpGroup {

  private static final double DEFAULT_WEIGHT = 1;
  private static final double LEAST = 0.1;
  private static final double MOST = 100;

  @Option(
      names = "--reviewed",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Also learn from what people reviewed: the file of review --export, or any with labels."
              + " Their word replaces the input's label of the same document, and is certain; it is"
              + " never validated on.")
  private List<Path> reviewed = List.of();

  @Option(
      names = "--reviewed-weight",
      paramLabel = "W",
      description = "How much a reviewed document counts, where any other counts 1 (default: 1).")
  private Double weight;

  /** The files; none if nobody reviewed anything. */
  public List<Path> files() {
    return reviewed;
  }

  /** Whether anybody reviewed anything. */
  public boolean given() {
    return !reviewed.isEmpty();
  }

  /** How much a reviewed document counts. */
  public double weight() {
    return weight == null ? DEFAULT_WEIGHT : weight;
  }

  /**
   * Checks the weight.
   *
   * @throws DocketException that says what to do
   */
  public void check() {
    if (weight != null && !given()) {
      throw new DocketException(
          "--reviewed-weight weighs the documents of --reviewed, which is not given");
    }
    if (!(weight() >= LEAST && weight() <= MOST)) {
      throw new DocketException("--reviewed-weight must be from 0.1 to 100, but is " + weight);
    }
  }

  @Override
  public String title() {
    return "What people reviewed";
  }
}
