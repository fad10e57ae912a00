/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.docket.corpus.source.FileKind;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;

/** A file that a command is going to write, checked before any work: what it would destroy. */
public final class OutputPath {

  private final String option;
  private final Path file;

  /**
   * Checks that it can be written.
   *
   * @param option that names it
   * @throws DocketException if its folder is missing or cannot be written
   */
  public OutputPath(String option, Path file) {
    this.option = option;
    this.file = file;
    if (file.toString().isEmpty()) {
      throw new DocketException(option + " is empty: name the file to write");
    }
    WholeFile.requireWritable(file);
  }

  /**
   * Checks that a folder to write into is none that is a file, and has a name: of an empty one, as
   * a variable that is not set leaves it, Java makes the folder that one is in.
   *
   * @param option that names it
   * @throws DocketException if it is a file or has no name
   */
  public static void requireFolder(String option, Path folder) {
    if (folder.toString().isEmpty()) {
      throw new DocketException(option + " is empty: name the folder, or . for this one");
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new DocketException(option + " needs a folder, and " + folder + " is a file");
    }
  }

  /**
   * Checks that it is none of the files that are read.
   *
   * @param other the option that names these
   * @throws DocketException if it is one of them
   */
  public OutputPath requireNot(String other, List<Path> files) {
    for (Path read : files) {
      if (isSame(read)) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "%s would be written over %s, which is the file of %s: name another file to write",
                option,
                read,
                other));
      }
    }
    return this;
  }

  /**
   * Checks that what it replaces is a model, if anything.
   *
   * @throws DocketException if it is something else
   */
  public OutputPath requireModelIfAny() {
    existing()
        .ifPresent(
            kind -> {
              if (!kind.equals(FileKind.MODEL)) {
                throw replaced(kind, "a model");
              }
            });
    return this;
  }

  /**
   * Checks that what it replaces is a training preset, if anything.
   *
   * @throws DocketException if it is something else
   */
  public OutputPath requirePresetIfAny() {
    existing()
        .filter(kind -> !kind.equals(FileKind.PRESET))
        .ifPresent(
            kind -> {
              throw replaced(kind, "a preset");
            });
    return this;
  }

  /**
   * Checks that what it replaces is no model.
   *
   * @throws DocketException if it is one
   */
  public OutputPath requireNoModel() {
    existing()
        .filter(FileKind.MODEL::equals)
        .ifPresent(
            kind -> {
              throw replaced(kind, "a text");
            });
    return this;
  }

  private DocketException replaced(String kind, String by) {
    return new DocketException(
        file
            + " is "
            + kind
            + ", and "
            + option
            + " would put "
            + by
            + " in its place: name another"
            + " file to write, or delete this one first");
  }

  private Optional<String> existing() {
    try {
      return Files.isRegularFile(file) && Files.size(file) > 0
          ? FileKind.of(file)
          : Optional.empty();
    } catch (IOException e) {
      throw new DocketException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private boolean isSame(Path read) {
    try {
      return Files.exists(read) && Files.exists(file)
          ? Files.isSameFile(read, file)
          : read.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw new DocketException(read + " cannot be read: " + e.getMessage(), e);
    }
  }
}
