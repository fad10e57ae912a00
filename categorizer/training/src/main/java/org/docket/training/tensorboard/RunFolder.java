/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one training among those of others: NAME-1, NAME-2 and so on, so that no two mix.
 * The file {@code fingerprint} in it tells which training it is of, for one that goes on.
 *
 * @param path of the folder
 * @param isNew whether nothing is in it yet
 */
record RunFolder(Path path, boolean isNew) {

  private static final String FINGERPRINT = "fingerprint";

  /** Makes a folder for a training that begins. */
  static RunFolder create(Path root, String name, String fingerprint) throws IOException {
    Files.createDirectories(root);
    for (int number = 1; ; number++) {
      Path path = path(root, name, number);
      try {
        Files.createDirectory(path);
        Files.writeString(path.resolve(FINGERPRINT), fingerprint + "\n");
        return new RunFolder(path, true);
      } catch (FileAlreadyExistsException e) {
        // Of another training, which may have begun this moment.
      }
    }
  }

  /** The last folder of a training that goes on, or a new one if it has none here. */
  static RunFolder resume(Path root, String name, String fingerprint) throws IOException {
    int number = 1;
    while (Files.exists(path(root, name, number))) {
      number++;
    }
    for (number--; number > 0; number--) {
      Path path = path(root, name, number);
      if (isOf(path, fingerprint)) {
        return new RunFolder(path, false);
      }
    }
    return create(root, name, fingerprint);
  }

  private static boolean isOf(Path path, String fingerprint) throws IOException {
    Path file = path.resolve(FINGERPRINT);
    return Files.isRegularFile(file)
        && Files.size(file) == fingerprint.length() + 1
        && Files.readString(file).strip().equals(fingerprint);
  }

  private static Path path(Path root, String name, int number) {
    return root.resolve(name + "-" + number);
  }

  /** As TensorBoard lists it. */
  String name() {
    return path.getFileName().toString();
  }
}
