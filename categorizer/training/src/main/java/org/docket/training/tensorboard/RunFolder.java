/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.docket.io.Sha256;

/**
 * The folder of one training among those of others: NAME-1, NAME-2 and so on, so that no two mix.
 * The file {@code training} in it tells which one it is of, for when that goes on: the hash of its
 * data, its configuration and the model file, beside which its checkpoint is.
 *
 * @param path of the folder
 * @param isNew whether nothing is in it yet
 */
record RunFolder(Path path, boolean isNew) {

  private static final String TRAINING = "training";

  /**
   * Finds or makes the folder of a training.
   *
   * @param model the file that the training will make
   * @param goesOn whether it was interrupted: then it goes on in the folder that it has, if it has
   *     one
   */
  static RunFolder of(Path root, Path model, String fingerprint, boolean goesOn)
      throws IOException {
    String name = model.getFileName().toString().replaceFirst("(?<=.)\\.bin$", "");
    String training = training(model, fingerprint);
    Files.createDirectories(root);
    Optional<Path> own = goesOn ? last(root, name, training) : Optional.empty();
    return own.isPresent()
        ? new RunFolder(own.get(), false)
        : new RunFolder(create(root, name, training), true);
  }

  private static Path create(Path root, String name, String training) throws IOException {
    for (int number = 1; ; number++) {
      Path path = path(root, name, number);
      try {
        Files.createDirectory(path);
        Files.writeString(path.resolve(TRAINING), training);
        return path;
      } catch (FileAlreadyExistsException e) {
        // Of another training, which may have begun this moment.
      }
    }
  }

  private static Optional<Path> last(Path root, String name, String training) throws IOException {
    Optional<Path> last = Optional.empty();
    for (int number = 1; Files.exists(path(root, name, number)); number++) {
      Path path = path(root, name, number);
      last = isOf(path, training) ? Optional.of(path) : last;
    }
    return last;
  }

  private static boolean isOf(Path path, String training) throws IOException {
    Path file = path.resolve(TRAINING);
    return Files.isRegularFile(file)
        && Files.size(file) == training.length()
        && Files.readString(file).equals(training);
  }

  private static String training(Path model, String fingerprint) {
    MessageDigest digest = Sha256.digest();
    digest.update(fingerprint.getBytes(StandardCharsets.UTF_8));
    digest.update(model.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Path path(Path root, String name, int number) {
    return root.resolve(name + "-" + number);
  }

  /** As TensorBoard lists it. */
  String name() {
    return path.getFileName().toString();
  }
}
