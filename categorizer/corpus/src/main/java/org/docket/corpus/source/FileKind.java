/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Tells in words what a file is that was taken for something else. */
public final class FileKind {

  /** A model, of whatever. */
  public static final String MODEL = "a model of Docket or OpenNLP";

  /** A table, documents or the like. */
  public static final String TEXT = "a table or a text";

  /** What {@code train --config} takes. */
  public static final String PRESET = "a training preset";

  private static final int LOOK = 4096;

  /** The directory of a zip of some 40,000 files. */
  private static final long DIRECTORY_BYTES = 4 << 20;

  private static final Pattern PRESET_KEY =
      Pattern.compile("(?m)^\\s*(training|network|vocabulary|regularization)\\.\\w+\\s*[=:]");

  private FileKind() {}

  /**
   * What it is, such as "a PDF" or "a table or a text"; nothing where it cannot be told, as of a
   * damaged zip.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<String> of(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOK);
    }
    if (start.length == 0) {
      return Optional.of("an empty file");
    }
    if (Signatures.isZip(start)) {
      return zip(file);
    }
    Optional<String> compressed =
        Compression.of(start).map(compression -> "a file compressed by " + compression.title());
    return compressed.isPresent() ? compressed : Optional.of(plain(start));
  }

  private static Optional<String> zip(Path file) {
    try (BoundedChannel channel = new BoundedChannel(Files.newByteChannel(file), DIRECTORY_BYTES);
        ZipFile zip =
            ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get()) {
      Set<String> names =
          Collections.list(zip.getEntries()).stream()
              .map(ZipArchiveEntry::getName)
              .collect(Collectors.toSet());
      return ZipKinds.foreign(names).map(Foreign::what).or(() -> Optional.of(archive(names)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // damaged: whoever reads it says how
    }
  }

  private static String archive(Set<String> names) {
    return "a zip of "
        + (names.isEmpty()
            ? "nothing"
            : Names.list(names.stream().sorted().map(Names::clean).toList()));
  }

  private static String plain(byte[] start) {
    Optional<Foreign> foreign = Signatures.binary(start);
    Charset charset = Mark.of(start).map(Mark::charset).orElse(StandardCharsets.UTF_8);
    if (foreign.isEmpty() && charset.equals(StandardCharsets.UTF_8)) {
      foreign = Signatures.unknown(start).map(unknown -> new Foreign("no text", ""));
    }
    String text = new String(start, charset);
    return foreign
        .or(() -> Signatures.markup(text))
        .map(Foreign::what)
        .orElse(PRESET_KEY.matcher(text).find() ? PRESET : TEXT);
  }
}
