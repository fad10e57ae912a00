/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many formats are zips: told by the names of what is in them. */
final class ZipKinds {

  private static final String SAVE = "save or export it as CSV UTF-8";
  private static final String TEXTS = "name the file with the texts instead";

  private static final String MODEL =
      "give it with --model, or as MODEL, and name the file with the texts here";
  private static final String CHECKPOINT =
      "train goes on from it with --resume and the same --input and --output";

  private static final Map<String, Foreign> KINDS =
      new TreeMap<>(
          Map.of(
              "[Content_Types].xml",
              new Foreign("a Word, PowerPoint or other Office file", SAVE),
              "xl/workbook.xml",
              new Foreign("an Excel workbook (.xlsx)", SAVE),
              "xl/workbook.bin",
              new Foreign("an Excel workbook (.xlsb)", SAVE),
              "mimetype",
              new Foreign("an OpenDocument file or an e-book (.ods, .odt, .epub)", SAVE),
              "Index/Document.iwa",
              new Foreign("an Apple Numbers or Pages file", SAVE),
              "manifest.properties",
              new Foreign(FileKind.MODEL, MODEL),
              "network.zip",
              new Foreign("a checkpoint of a training", CHECKPOINT),
              "coefficients.bin",
              new Foreign("a network of Deeplearning4j", TEXTS),
              "META-INF/MANIFEST.MF",
              new Foreign("a jar", TEXTS)));

  private ZipKinds() {}

  /** What the zip is, if it is no archive of texts. */
  static Optional<Foreign> foreign(List<ZipMember> members) {
    return foreign(members.stream().map(ZipMember::name).collect(Collectors.toSet()));
  }

  /** The same by the names of what is in it. */
  static Optional<Foreign> foreign(Set<String> names) {
    // The more telling names come last.
    return KINDS.entrySet().stream()
        .filter(kind -> names.contains(kind.getKey()))
        .map(Map.Entry::getValue)
        .reduce((first, second) -> second);
  }
}
