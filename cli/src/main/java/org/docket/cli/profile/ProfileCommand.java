/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.LstmDocumentCategorizer;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.InputPaths;
import org.docket.cli.ModelPath;
import org.docket.cli.OutputMixin;
import org.docket.cli.OutputPath;
import org.docket.cli.Progress;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket profile --model MODEL --input FILE... --output FILE}. */
@Command(
    name = "profile",
    headerHeading =
        "Example:%n"
            + "  ./docket profile --model models/complaints-en.bin \\%n"
            + "    --input conf/demo/complaints.csv --output profiled.bin%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Measures on documents of a model's own kind when it should abstain, and how it tags them.",
      "Writes the model again with these figures; its probabilities stay as they are. Training"
          + " does the same on its validation documents."
    })
public final class ProfileCommand implements DocketCommand {

  private static final String FILE = "data.profile.file";

  @Option(names = "--model", required = true, description = "A model that Docket trained.")
  private Path model;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Documents of its kind, labelled or not: CSV, TSV, JSON or OpenNLP's training"
              + " format.")
  private List<Path> input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Where the model goes; may be the same file.")
  private Path output;

  @Mixin private OutputMixin result;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    CategorizerModel plain = ModelPath.read(model);
    InputPaths.require("--input", input);
    corpus
        .requireOther(new OutputPath("--output", output))
        .requireNot("--input", input)
        .requireModelIfAny();
    CorpusOptions options = corpus.unlabelled();
    CorpusCounts counts;
    Profile profile;
    try (Progress progress = Progress.ofFiles("profiling", "documents", input);
        CorpusReader reader = new CorpusReader(options)) {
      Profiler profiler = new Profiler(LstmDocumentCategorizer.of(plain), progress);
      for (Path file : input) {
        reader.read(progress.input(file), text -> profiler.add(text.text()));
      }
      counts = reader.finish();
      profile = profiler.profile();
    }
    if (profile.documents() == 0) {
      throw new DocketException("there is no document in " + input);
    }
    ModelFile.write(plain.withProfile(profile).withProvenance(provenance(plain)), output);
    report(profile, counts.leftOut());
    return ExitCode.DONE;
  }

  /** With the files that the figures are of, in place of those of an earlier profile. */
  private SortedMap<String, String> provenance(CategorizerModel plain) throws IOException {
    SortedMap<String, String> provenance = new TreeMap<>(plain.provenance());
    provenance.keySet().removeIf(key -> key.startsWith(FILE));
    for (int i = 0; i < input.size(); i++) {
      String key = FILE + (i + 1);
      provenance.put(key, input.get(i).getFileName().toString());
      provenance.put(key + ".sha256", Sha256.hex(input.get(i)));
    }
    return provenance;
  }

  private void report(Profile profile, String leftOut) throws IOException {
    long answered = profile.predicted().stream().mapToLong(Integer::longValue).sum();
    long abstentions = profile.documents() - answered;
    if (result.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("output", output.toString());
      object.put("sha256", Sha256.hex(output));
      object.put("documents", profile.documents());
      object.put("leftOut", leftOut);
      object.put("minCoverage", profile.minCoverage());
      object.put("abstentions", abstentions);
      object.put("meanConfidence", profile.meanConfidence());
      result.print(object);
    }
    result
        .remarks()
        .tell(
            String.format(
                Locale.ROOT,
                "wrote %s, measured on %,d documents%s: it abstains below a vocabulary coverage of"
                    + " %.3f, on %,d of them; mean confidence %.3f",
                output,
                profile.documents(),
                leftOut.isEmpty() ? "" : " (left out: " + leftOut + ")",
                profile.minCoverage(),
                abstentions,
                profile.meanConfidence()));
    if (profile.minCoverage() == 0) {
      result
          .remarks()
          .warn(
              "the documents are too few (below 200), or too many of their words are unknown,"
                  + " to tell other languages: the model abstains where it knows no word at all");
    }
  }
}
