/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.docket.error.DocketException;
import org.docket.error.NearestName;

/** What to tell where files were read well and nothing came of it. */
public final class NoDocuments {

  private static final int SHOWN = 3;

  private NoDocuments() {}

  /**
   * The error.
   *
   * @param what is not there, such as "labelled document"
   * @param counts why
   * @param options that the files were read with
   */
  public static DocketException in(
      List<Path> files, String what, CorpusCounts counts, CorpusOptions options) {
    String leftOut = counts.leftOut();
    return new DocketException(
        ("there is no " + what + " in ")
            + files.stream().map(Path::toString).collect(Collectors.joining(", "))
            + (leftOut.isEmpty() ? "" : " (" + leftOut + ")")
            + (counts.rows() == 0 ? ": there is no row behind the header" : "")
            + options.labelMap().map(map -> unmapped(counts, map)).orElse(""));
  }

  private static String unmapped(CorpusCounts counts, LabelMap map) {
    return counts.unmapped().isEmpty()
        ? ""
        : counts.unmapped().keySet().stream()
            .limit(SHOWN)
            .map(label -> '"' + NearestName.shown(label) + '"' + map.hint(label))
            .collect(Collectors.joining(", ", "; the label map lacks ", ""));
  }
}
