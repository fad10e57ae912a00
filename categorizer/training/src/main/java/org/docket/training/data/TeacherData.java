/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the probabilities came from that were learned from beside labels, or in place of them.
 *
 * @param softLabelFiles the files that had them; empty if they stood beside the texts
 * @param unlabelledFiles the files of texts without labels
 * @param softLabelled how many labelled texts have probabilities too
 * @param unlabelled how many texts have probabilities alone
 * @param teacher how a teacher of ours made them; empty if it was somebody else's
 */
public record TeacherData(
    List<DataFile> softLabelFiles,
    List<DataFile> unlabelledFiles,
    long softLabelled,
    long unlabelled,
    SortedMap<String, String> teacher) {

  /** No probabilities. */
  public static final TeacherData NONE =
      new TeacherData(List.of(), List.of(), 0, 0, new TreeMap<>());

  public TeacherData {
    softLabelFiles = List.copyOf(softLabelFiles);
    unlabelledFiles = List.copyOf(unlabelledFiles);
    teacher = Collections.unmodifiableSortedMap(new TreeMap<>(teacher));
  }

  /** The same with other numbers of texts. */
  public TeacherData with(long labelledToo, long alone) {
    return new TeacherData(softLabelFiles, unlabelledFiles, labelledToo, alone, teacher);
  }

  /** The same with a teacher of ours. */
  public TeacherData with(SortedMap<String, String> ours) {
    return new TeacherData(softLabelFiles, unlabelledFiles, softLabelled, unlabelled, ours);
  }
}
