/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.docket.TextCategorizer;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;

/**
 * Writes a report into a folder: {@code index.html} to open, {@code report.json} with all that it
 * shows, {@code metrics.json} for scripts, the figures as CSV and the charts as PNG. All of it
 * appears when it is whole, in place of an earlier report. For one thread.
 */
public final class Report implements Closeable {

  private final Path folder;
  private WholeFolder whole;

  /**
   * Makes the folder if it is not there.
   *
   * @throws DocketException if it cannot be made, or takes no files
   */
  public Report(Path folder) {
    WholeFile.requireFolder(folder, "the report");
    this.folder = folder;
  }

  /**
   * Begins to collect the documents that the report is about; what was collected before is gone.
   *
   * @param categorizer that answers them
   * @param part what they are called, such as "validation"
   * @throws IOException if the disk is full, and the like
   */
  public DocumentCollector collector(TextCategorizer categorizer, String part) throws IOException {
    return new DocumentCollector(
        categorizer, part, part().resolve(ReportFile.PREDICTIONS.fileName()));
  }

  /**
   * Begins to collect the documents that models are compared on.
   *
   * @param models their names
   * @param categories of all of them
   * @throws IOException if the disk is full, and the like
   */
  public DifferenceCollector collector(List<String> models, List<String> categories)
      throws IOException {
    return new DifferenceCollector(
        models, categories, part().resolve(ReportFile.PREDICTIONS.fileName()));
  }

  /** Forgets what was collected. */
  public void forgetDocuments() throws IOException {
    Files.deleteIfExists(part().resolve(ReportFile.PREDICTIONS.fileName()));
  }

  /**
   * Writes the report.
   *
   * @param documents that were collected; without them there is a report of figures
   * @throws IOException if the disk is full, and the like; an earlier report is still there then
   */
  public void write(ReportContent content, Optional<DocumentCollector> documents)
      throws IOException {
    write(
        () -> {
          if (documents.isPresent()) {
            documents.get().close();
          }
          new ReportWriter(part(), content, documents).write();
        });
  }

  /**
   * Writes the report of a comparison.
   *
   * @throws IOException if the disk is full, and the like; an earlier report is still there then
   */
  public void write(ComparisonContent content, DifferenceCollector documents) throws IOException {
    write(
        () -> {
          documents.close();
          new ComparisonWriter(part(), content, documents).write();
        });
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private void write(Writing files) throws IOException {
    try {
      files.write();
      whole.commit(ReportFile.names(), ReportFile.INDEX.fileName());
    } catch (UncheckedIOException e) {
      throw failed(e.getCause());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (whole != null) {
      whole.close();
      whole = null;
    }
  }

  private Path part() throws IOException {
    if (whole == null) {
      whole = WholeFolder.open(folder);
    }
    return whole.part();
  }

  private IOException failed(IOException e) {
    return new IOException("the report in " + folder + " cannot be written: " + reason(e), e);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : e.getMessage();
  }
}
