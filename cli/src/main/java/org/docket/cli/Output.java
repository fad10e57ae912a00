/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.docket.error.DocketException;

/** Files that appear whole or not at all. */
public final class Output {

  private Output() {}

  /**
   * The file to write first, beside the one that is wanted; it ends as that one does.
   *
   * @throws DocketException if the folder is missing or cannot be written, or if the output is not
   *     a plain file
   */
  public static Path part(Path output) {
    Path folder = output.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new DocketException(
          "cannot write " + output + ": " + folder + " is not a writable folder");
    }
    if (Files.isDirectory(output)) {
      throw new DocketException("cannot write " + output + ": it is a folder");
    }
    if (Files.isSymbolicLink(output) || Files.exists(output) && !Files.isRegularFile(output)) {
      // It would be replaced by a file, which nobody wants of a link or a device.
      throw new DocketException("cannot write " + output + ": it is a link or a device");
    }
    return folder.resolve(".part-" + ProcessHandle.current().pid() + "-" + output.getFileName());
  }

  /** Puts the finished file in its place. */
  public static void replace(Path part, Path output) throws IOException {
    Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
  }
}
