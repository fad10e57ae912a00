/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.List;

/**
 * What people reviewed, of what is learned from.
 *
 * @param files where it stood
 * @param documents that are learned from as people labelled them, each once
 * @param replaced how many documents of the training files got their labels
 * @param differed how many of these had another label before
 * @param leftOut documents that are not learned from, for they are validated on
 * @param weight how much a reviewed text counts, where any other counts 1
 */
public record ReviewedData(
    List<DataFile> files,
    long documents,
    long replaced,
    long differed,
    long leftOut,
    double weight) {

  /** Nobody reviewed anything. */
  public static final ReviewedData NONE = new ReviewedData(List.of(), 0, 0, 0, 0, 1);

  public ReviewedData {
    files = List.copyOf(files);
  }
}
