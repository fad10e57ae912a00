/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.io.WholeFile;

/**
 * The folder of the model file that Solr reads. Models that served before lie beside it, named by
 * their hashes, and so does a list of them.
 *
 * @param model the file that Solr reads
 */
record ModelFolder(Path model) {

  private static final String LIST = ".before.json";

  /** Where a model lies that serves no more: {@code complaints-en-91de472141be.bin}. */
  Path kept(String sha256) {
    String name = model.getFileName().toString();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    return model.resolveSibling(
        name.substring(0, dot) + "-" + NewModel.shortened(sha256) + name.substring(dot));
  }

  /** Whether a model is kept, unharmed. */
  boolean keeps(String sha256) throws IOException {
    Path file = kept(sha256);
    return Files.isRegularFile(file) && Sha256.hex(file).equals(sha256);
  }

  /** Keeps the model that is in its place. */
  Path keep(String sha256) throws IOException {
    if (!keeps(sha256)) {
      copy(model, kept(sha256), sha256);
    }
    return kept(sha256);
  }

  /** Puts a model into its place, in one step: Solr finds the old one or the new one, whole. */
  void put(Path from, String sha256) throws IOException {
    copy(from, model, sha256);
  }

  private static void copy(Path from, Path to, String sha256) throws IOException {
    WholeFile.write(
        to,
        part -> {
          Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
          if (!Sha256.hex(part).equals(sha256)) {
            throw new IOException(from + " changed while it was copied");
          }
        });
  }

  /** What served before, oldest first. */
  List<Former> formers() throws IOException {
    Path list = list();
    return Files.exists(list)
        ? Former.read(Files.readString(list, StandardCharsets.UTF_8), list.toString())
        : List.of();
  }

  void formers(List<Former> formers) throws IOException {
    WholeFile.write(list(), part -> Files.writeString(part, Former.write(formers)));
  }

  /**
   * Checks, before anything is done, that all can be done.
   *
   * @throws DocketException if not
   */
  void requireWritable() {
    WholeFile.requireWritable(model);
  }

  private Path list() {
    return model.resolveSibling(model.getFileName() + LIST);
  }
}
