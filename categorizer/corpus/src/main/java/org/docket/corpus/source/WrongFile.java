/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.docket.error.DocketException;
import org.docket.error.NearestName;

/** What to tell of a path that names no file: what may have been meant, and what to do. */
public final class WrongFile {

  /** Of a folder so many names are read. */
  private static final int MOST = 10_000;

  private static final int SHOWN = 5;

  /** Java makes one slash of two. */
  private static final Pattern URL = Pattern.compile("(?i)(https?|ftp|s3|gs|hdfs|file):/+");

  private static final Pattern WILDCARD = Pattern.compile("[*?]");

  private WrongFile() {}

  /** The path does not exist: the nearest name of its folder, or why it cannot be one. */
  public static DocketException missing(Path path, Throwable cause) {
    return new DocketException(missing(path), cause);
  }

  /** The same, as a message. */
  public static String missing(Path path) {
    String name = path.toString();
    if (URL.matcher(name).lookingAt()) {
      return name.replaceFirst("(?i)^(https?|ftp):/+", "$1://")
          + " is an address, and what is read are files: download it first, such as with curl -LO";
    }
    if (WILDCARD.matcher(name).find()) {
      return "no file is called "
          + name
          + ": a shell that finds no file for a pattern hands on the pattern; in quotes it always"
          + " does"
          + list("; there is ", parent(path));
    }
    if (name.startsWith("~")) {
      return "the file "
          + name
          + " does not exist: only a shell knows ~, and only in front; name it $HOME";
    }
    Path folder = parent(path);
    Optional<Path> closed = closed(folder);
    if (closed.isPresent()) {
      return "the file " + name + " cannot be seen: permission denied in " + closed.get();
    }
    if (!Files.isDirectory(folder)) {
      return "the file "
          + name
          + " does not exist, for there is no folder "
          + path.getParent()
          + folderHint(path.getParent());
    }
    return "the file " + name + " does not exist" + hint(path, names(folder));
  }

  /** The folder, or the nearest one around it that can be seen, if it may not be looked into. */
  private static Optional<Path> closed(Path folder) {
    Path there = folder;
    while (there != null && !Files.isDirectory(there)) {
      there = there.getParent();
    }
    return Optional.ofNullable(there).filter(seen -> !Files.isExecutable(seen));
  }

  /** The path is a folder. */
  public static DocketException folder(Path path) {
    if (path.toString().isEmpty()) {
      return new DocketException("the name of a file is empty");
    }
    return new DocketException(path + " is a folder, not a file" + list("; in it: ", path));
  }

  private static String hint(Path path, List<String> names) {
    String nearest = NearestName.hint(path.getFileName().toString(), names);
    return nearest.isEmpty() ? list("; there is ", parent(path)) : nearest;
  }

  private static String folderHint(Path folder) {
    Path parent = parent(folder);
    return folder.getFileName() == null || !Files.isDirectory(parent)
        ? ""
        : NearestName.hint(folder.getFileName().toString(), names(parent));
  }

  /** What is there, if that is not much. */
  private static String list(String before, Path folder) {
    List<String> names = names(folder).stream().filter(name -> !name.startsWith(".")).toList();
    return names.isEmpty() || names.size() > SHOWN
        ? ""
        : before + Names.list(names.stream().map(NearestName::shown).toList());
  }

  private static Path parent(Path path) {
    return path.toAbsolutePath().getParent();
  }

  /** In their order; of a folder that may not be read none. */
  private static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        names.add(file.getFileName().toString());
        if (names.size() == MOST) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // that the file is missing is what there is to tell
    }
    return names.stream().sorted().toList();
  }
}
