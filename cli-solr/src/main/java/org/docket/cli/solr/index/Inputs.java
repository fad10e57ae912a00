/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.docket.cli.InputPaths;
import org.docket.cli.Progress;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;
import org.docket.io.Sha256;

/**
 * The files to index, or standard input.
 *
 * @param files in their order; {@code -} is standard input
 */
record Inputs(List<Path> files) {

  private static final Path STANDARD_INPUT = Path.of("-");
  private static final int BEGINNING = 1 << 16;
  private static final int HASH_BYTES = 8;

  /**
   * By what an input is known again.
   *
   * @param name of the file, whole
   * @param bytes of it; -1 of a pipe
   * @param beginning hash of its first 64 KiB; empty of a pipe
   */
  record Mark(String name, long bytes, String beginning) {}

  /**
   * Checks that each is there.
   *
   * @throws DocketException that names the one which is not
   */
  static Inputs of(List<Path> files) {
    InputPaths.require("--input", files.stream().filter(file -> !isStandardInput(file)).toList());
    if (files.stream().filter(Inputs::isStandardInput).count() > 1) {
      throw new DocketException("--input names standard input (-) twice, and it comes once");
    }
    return new Inputs(List.copyOf(files));
  }

  /** The named files, without standard input. */
  List<Path> named() {
    return files.stream().filter(file -> !isStandardInput(file)).toList();
  }

  /** The file beside which journal and rejected rows stand, with what its name gets behind it. */
  Path beside(String suffix) {
    Path first = files.get(0);
    if (isStandardInput(first) || !Files.isRegularFile(first)) {
      return Path.of("docket-index" + suffix);
    }
    return first.resolveSibling(first.getFileName() + suffix);
  }

  Input open(Path file, Progress progress) {
    return isStandardInput(file) ? Input.of(System.in, "standard input") : progress.input(file);
  }

  /** By what all of them are known again. */
  List<Mark> marks() {
    return files.stream().map(Inputs::mark).toList();
  }

  private static Mark mark(Path file) {
    if (isStandardInput(file) || !Files.isRegularFile(file)) {
      return new Mark(file.toString(), -1, "");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] hash = Sha256.of(in.readNBytes(BEGINNING));
      return new Mark(
          file.toAbsolutePath().normalize().toString(),
          Files.size(file),
          HexFormat.of().formatHex(hash, 0, HASH_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isStandardInput(Path file) {
    return file.equals(STANDARD_INPUT);
  }
}
