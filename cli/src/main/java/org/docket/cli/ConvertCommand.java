/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.docket.DocketException;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusFormat;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket convert --input FILE --output FILE}. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Converts a corpus between CSV and OpenNLP's doccat training format.",
      "The output's name tells its format: CSV if it has .csv in it; .gz compresses. In OpenNLP's"
          + " format white space in a label is written as %%20, as in URLs."
    })
final class ConvertCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--input", required = true, paramLabel = "FILE", description = "What to read.")
  private Path input;

  @Option(names = "--output", required = true, paramLabel = "FILE", description = "What to write.")
  private Path output;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    CorpusOptions options = corpus.labelled();
    if (Files.exists(output) && Files.exists(input) && Files.isSameFile(input, output)) {
      throw new DocketException("the output is the input: " + output);
    }
    if (output.toString().endsWith(".zip")) {
      throw new DocketException("a zip is read, not written; name the output .csv.gz: " + output);
    }
    CorpusCounts counts = convert(options);
    PrintWriter err = spec.commandLine().getErr();
    String leftOut = counts.leftOut();
    err.printf(
        Locale.ROOT,
        "docket: wrote %,d documents to %s%s%n",
        counts.documents(),
        output,
        leftOut.isEmpty() ? "" : " (left out: " + leftOut + ")");
    err.flush();
    return ExitCode.DONE;
  }

  /** Writes beside the output first, so that a bad row does not leave half a file. */
  private CorpusCounts convert(CorpusOptions options) throws IOException {
    CorpusFormat format = CorpusFormat.of(output);
    Path part = Output.part(output);
    try (Progress progress = new Progress("converting", "documents", -1)) {
      CorpusCounts counts;
      try (CorpusWriter writer = new CorpusWriter(part, format)) {
        counts =
            Corpus.read(
                input,
                options,
                document -> {
                  writer.write(document);
                  progress.step(1);
                });
      }
      Output.replace(part, output);
      return counts;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
