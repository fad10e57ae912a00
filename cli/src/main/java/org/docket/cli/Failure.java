/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** What a failed command tells a person, in one line: what happened, and the setting if any. */
final class Failure {

  private static final String DEBUG = " (--debug shows where)";

  private Failure() {}

  /** The line. */
  static String message(Throwable failure) {
    return causes(failure)
        .filter(OutOfMemoryError.class::isInstance)
        .findFirst()
        .map(Failure::memory)
        .or(() -> file(failure))
        .orElseGet(() -> name(innermost(failure)) + DEBUG);
  }

  private static String memory(Throwable shortage) {
    String message = shortage.getMessage() == null ? "" : " (" + shortage.getMessage() + ")";
    if (message.contains("native thread")) {
      return "the system gives Java no more threads"
          + message
          + ": allow more of them (ulimit -u), or use fewer where a command has --threads";
    }
    return String.format(
        Locale.ROOT,
        "there is not enough memory%s: Java may use %d MB for its heap; with"
            + " DOCKET_JAVA_OPTS=-Xmx4g it may use 4 GB",
        message,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** Files that cannot be read or written are nobody's programming error. */
  private static Optional<String> file(Throwable failure) {
    return Optional.of(failure)
        .map(e -> e instanceof UncheckedIOException ? e.getCause() : e)
        .filter(IOException.class::isInstance)
        .map(e -> e instanceof FileSystemException f ? file(f) : e.getMessage());
  }

  private static String file(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return failure.getFile() + " does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return failure.getFile() + " may not be read or written: permission denied";
    }
    return failure.getReason() == null ? name(failure) : failure.getMessage();
  }

  private static String name(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
  }

  /** Below wrappers that say nothing themselves. */
  private static Throwable innermost(Throwable failure) {
    return causes(failure)
        .filter(e -> !(e instanceof ExecutionException || e instanceof ExceptionInInitializerError))
        .findFirst()
        .orElse(failure);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, e -> e != null, Throwable::getCause);
  }
}
