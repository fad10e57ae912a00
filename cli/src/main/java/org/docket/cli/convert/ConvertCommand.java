/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.InputPaths;
import org.docket.cli.OutputMixin;
import org.docket.cli.OutputPath;
import org.docket.cli.Progress;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusFormat;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusWriter;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.io.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket convert --input FILE --output FILE}. */
@Command(
    name = "convert",
    headerHeading =
        "Example:%n"
            + "  ./docket convert --input conf/demo/complaints.csv --output complaints.train%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Converts a corpus of any format to CSV or OpenNLP's doccat training format.",
      "The output's name tells its format: CSV if it has .csv in it; .gz compresses. In OpenNLP's"
          + " format white space in a label is written as %%20, as in URLs."
    })
public final class ConvertCommand implements DocketCommand {

  private static final Pattern OTHER =
      Pattern.compile(
          ".*\\.(tsv|tab|json|jsonl|ndjson|xml|xlsx?|ods|docx?|pdf|parquet|avro|bin|zst|bz2|xz)(\\.gz)?");

  @Option(names = "--input", required = true, paramLabel = "FILE", description = "What to read.")
  private Path input;

  @Option(names = "--output", required = true, paramLabel = "FILE", description = "What to write.")
  private Path output;

  @Mixin private OutputMixin result;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    CorpusOptions options = corpus.labelled();
    if (output.toString().endsWith(".zip")) {
      throw new DocketException("a zip is read, not written; name the output .csv.gz: " + output);
    }
    if (OTHER.matcher(output.toString()).matches()) {
      throw new DocketException(
          "only CSV and OpenNLP's format are written, and the name says another: " + output);
    }
    InputPaths.require("--input", List.of(input));
    corpus
        .requireOther(new OutputPath("--output", output))
        .requireNot("--input", List.of(input))
        .requireNoModel();
    CorpusCounts counts = convert(options);
    report(counts);
    return ExitCode.DONE;
  }

  private void report(CorpusCounts counts) throws IOException {
    String leftOut = counts.leftOut();
    if (result.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("output", output.toString());
      object.put("documents", counts.documents());
      object.put("leftOut", leftOut);
      object.put("bytes", Files.size(output));
      object.put("sha256", Sha256.hex(output));
      result.print(object);
    }
    result
        .remarks()
        .tell(
            String.format(
                Locale.ROOT,
                "wrote %,d %s to %s%s",
                counts.documents(),
                counts.documents() == 1 ? "document" : "documents",
                output,
                leftOut.isEmpty() ? "" : " (left out: " + leftOut + ")"));
  }

  private CorpusCounts convert(CorpusOptions options) throws IOException {
    AtomicReference<CorpusCounts> counts = new AtomicReference<>();
    try (Progress progress = Progress.ofFiles("converting", "documents", List.of(input))) {
      WholeFile.write(output, part -> counts.set(convert(options, part, progress)));
    }
    return counts.get();
  }

  private CorpusCounts convert(CorpusOptions options, Path part, Progress progress)
      throws IOException {
    try (CorpusWriter writer = new CorpusWriter(part, CorpusFormat.of(output))) {
      return Corpus.read(
          progress.input(input),
          options,
          document -> {
            writer.write(document);
            progress.step(1);
          });
    }
  }
}
