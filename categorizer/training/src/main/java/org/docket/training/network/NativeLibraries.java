/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.io.File;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docket.error.DocketException;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deeplearning4j's native libraries: JavaCPP unpacks them into a folder, the first time some 400 MB
 * of them, and the system loads them from there. Where that cannot be, this says which folder and
 * which setting it is about; they themselves fail in pages of errors.
 */
public final class NativeLibraries {

  private static final String FOLDER_PROPERTY = "org.bytedeco.javacpp.cachedir";

  private static final String REMEDY =
      "; name a folder with 400 MB of room, that may be written and that programs may run from:"
          + " DOCKET_JAVA_OPTS=-D"
          + FOLDER_PROPERTY
          + "=FOLDER ./docket ... (without the launcher: java -D"
          + FOLDER_PROPERTY
          + "=FOLDER ...)";

  /** The first failure: a class that could not be loaded does not say a second time why. */
  private static Throwable failure;

  private NativeLibraries() {}

  /**
   * Checks, before work is done, that there is a folder to unpack into; loads nothing.
   *
   * @throws DocketException if there is none
   */
  public static void requireFolder() {
    if (folders().noneMatch(NativeLibraries::isUsable)) {
      throw new DocketException(
          "training needs a folder to unpack its native libraries into, but none of these can be"
              + " written: "
              + folders().map(File::toString).collect(Collectors.joining(", "))
              + REMEDY);
    }
  }

  /**
   * Loads them, if they are not yet.
   *
   * @throws DocketException if that cannot be; the message tells the cause and what to do
   * @throws OutOfMemoryError if it is the heap that they do not fit into
   */
  static synchronized void load() {
    requireFolder();
    if (failure == null) {
      try {
        Nd4j.getEnvironment();
        return;
      } catch (LinkageError | RuntimeException e) {
        failure = innermost(e);
      }
    }
    if (failure instanceof OutOfMemoryError) {
      throw new OutOfMemoryError(failure.getMessage()); // no folder mends that
    }
    throw new DocketException(
        "the native libraries that training needs cannot be loaded from "
            + folders().filter(NativeLibraries::isUsable).findFirst().orElseThrow()
            + ": "
            + reason(failure)
            + REMEDY,
        failure);
  }

  /** Where JavaCPP looks for a folder: it takes the first that it can use. */
  private static Stream<File> folders() {
    return Stream.of(
            System.getProperty(FOLDER_PROPERTY),
            System.getProperty("org.bytedeco.javacpp.cacheDir"),
            System.getProperty("user.home") + "/.javacpp/cache",
            System.getProperty("java.io.tmpdir")
                + "/.javacpp-"
                + System.getProperty("user.name")
                + "/cache")
        .filter(Objects::nonNull)
        .map(File::new);
  }

  /** As JavaCPP asks, which makes the folder too. */
  private static boolean isUsable(File folder) {
    return (folder.isDirectory() || folder.mkdirs()) && folder.canWrite() && folder.canExecute();
  }

  private static Throwable innermost(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String reason(Throwable error) {
    return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
  }
}
