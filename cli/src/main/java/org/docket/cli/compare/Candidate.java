/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.TextCategorizer;
import org.docket.cli.ModelPath;
import org.docket.error.DocketException;

/**
 * A model that is compared.
 *
 * @param name what it is called in the comparison; no two have the same
 * @param file where it is
 * @param bytes the size of the file
 * @param categorizer the loaded model
 */
public record Candidate(String name, Path file, long bytes, TextCategorizer categorizer) {

  /**
   * Loads models.
   *
   * @throws DocketException if there are fewer than two, one is given twice, or one cannot be used
   */
  public static List<Candidate> load(List<Path> files) throws IOException {
    if (files.size() < 2) {
      throw new DocketException(
          "compare needs two models or more, but --models names "
              + files.size()
              + " (for one model there is docket evaluate)");
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Path file : files) {
      TextCategorizer categorizer = ModelPath.load(file);
      requireAnother(file, candidates);
      candidates.add(new Candidate(name(file, files), file, Files.size(file), categorizer));
    }
    return candidates;
  }

  /** A model against itself would look like a result. */
  private static void requireAnother(Path file, List<Candidate> others) throws IOException {
    for (Candidate other : others) {
      if (Files.isSameFile(file, other.file())) {
        throw new DocketException(
            "--models names the same file twice: " + other.file() + " and " + file);
      }
    }
  }

  /** The file's name, or its path where another file has the same name. */
  private static String name(Path file, List<Path> files) {
    Path name = file.getFileName();
    long same = files.stream().filter(other -> name.equals(other.getFileName())).count();
    return same == 1 ? name.toString() : file.toString();
  }
}
