/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.docket.Categorizers;
import org.docket.TextCategorizer;
import org.docket.corpus.source.FileKind;
import org.docket.corpus.source.WrongFile;
import org.docket.error.DocketException;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;

/** Loads models that the command line names, and says what a file is that is none. */
public final class ModelPath {

  private static final String DOCCAT = "DocumentCategorizerME";
  private static final String MANIFEST = "manifest.properties";
  private static final String WRITERS = "docket train or OpenNLP's DoccatTrainer";

  private ModelPath() {}

  /**
   * Loads any OpenNLP doccat model.
   *
   * @throws DocketException if it is none; the message says what it is
   */
  public static TextCategorizer load(Path file) {
    return load(file, Categorizers::load);
  }

  /**
   * Reads a model that Docket trained.
   *
   * @throws DocketException if it is none; the message says what it is
   */
  public static CategorizerModel read(Path file) {
    return load(file, ModelFile::read);
  }

  /** What a file is that is there and is no model of a document categorizer; else nothing. */
  static Optional<String> otherKind(Path file) throws IOException {
    Optional<String> component = component(file);
    return component.isPresent()
        ? component.filter(name -> !name.equals(DOCCAT)).map(name -> "OpenNLP's " + name)
        : FileKind.of(file);
  }

  private static <T> T load(Path file, Function<Path, T> how) {
    if (Files.isDirectory(file)) {
      throw WrongFile.folder(file);
    }
    if (!Files.exists(file)) {
      throw new DocketException(WrongFile.missing(file));
    }
    try {
      return how.apply(file);
    } catch (DocketException e) {
      throw explained(file, e);
    }
  }

  private static DocketException explained(Path file, DocketException failure) {
    try {
      return otherKind(file)
          .map(kind -> new DocketException(message(file, kind), failure))
          .orElseGet(() -> damaged(failure));
    } catch (IOException e) {
      return failure; // says why the file cannot be read
    }
  }

  private static DocketException damaged(DocketException failure) {
    boolean damaged = failure.getMessage().matches("(?s).*(truncated|corrupt|follows the model).*");
    return damaged
        ? new DocketException(
            failure.getMessage() + "; the file is damaged: get it again, or train it again",
            failure)
        : failure;
  }

  private static String message(Path file, String kind) {
    String remedy =
        switch (kind) {
          case FileKind.TEXT -> "; texts are what --input takes, or FILE of classify";
          case FileKind.PRESET -> "; a preset goes with train --config";
          default -> "";
        };
    return file
        + " is no model that tags texts, but "
        + kind
        + remedy
        + ". Such a model comes from "
        + WRITERS;
  }

  /** What OpenNLP calls what its model is for. */
  private static Optional<String> component(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(MANIFEST);
      if (entry == null) {
        return Optional.empty();
      }
      Properties manifest = new Properties();
      try (Reader reader =
          new InputStreamReader(zip.getInputStream(entry), StandardCharsets.ISO_8859_1)) {
        manifest.load(reader);
      }
      return Optional.ofNullable(manifest.getProperty("Component-Name"));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // no zip, or a damaged one
    }
  }
}
