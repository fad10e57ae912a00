/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.inspect;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.docket.DoccatTextCategorizer;
import org.docket.LstmDocumentCategorizer;
import org.docket.TextCategorizer;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.ModelPath;
import org.docket.cli.OutputMixin;
import org.docket.io.Sha256;
import org.docket.model.CategorizerModel;
import org.docket.model.CategoryNames;
import org.docket.model.ModelFile;
import org.docket.model.NetworkShape;
import org.docket.model.NgramWeights;
import org.docket.profile.Profile;
import org.docket.text.AnalysisSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code docket inspect MODEL}. */
@Command(
    name = "inspect",
    headerHeading = "Example:%n" + "  ./docket inspect models/complaints-en.bin%n%n",
    mixinStandardHelpOptions = true,
    description =
        "Shows what a model is: categories, sizes, analysis, provenance, metrics, checksum.")
public final class InspectCommand implements DocketCommand {

  @Parameters(paramLabel = "MODEL", description = "Any OpenNLP doccat model.")
  private Path model;

  @Mixin private OutputMixin output;

  @Override
  public Integer call() throws IOException {
    TextCategorizer categorizer = ModelPath.load(model);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", model.toString());
    facts.put("bytes", Files.size(model));
    facts.put("sha256", Sha256.hex(model));
    facts.put("categories", categorizer.categories());
    if (categorizer instanceof LstmDocumentCategorizer) {
      describe(ModelFile.read(model), facts);
    } else if (categorizer instanceof DoccatTextCategorizer stock) {
      StockModelFacts.describe(stock.model(), facts);
    }
    if (output.json()) {
      output.print(facts);
    } else {
      print(facts, "", output.out());
    }
    output.out().flush();
    return ExitCode.DONE;
  }

  private static void describe(CategorizerModel model, Map<String, Object> facts) {
    NetworkShape shape = model.network().shape();
    facts.put("kind", "LSTM of Docket");
    facts.put("language", model.language());
    Map<String, Object> network = network(shape);
    model.network().ngrams().ifPresent(ngrams -> network.put("n-grams", ngrams(ngrams)));
    facts.put("network", network);
    facts.put("analysis", analysis(model.analysis()));
    facts.put("temperature", model.temperature());
    Map<String, Object> priors = new LinkedHashMap<>();
    for (int i = 0; i < model.categories().size(); i++) {
      priors.put(categories(model).get(i), model.priors()[i]);
    }
    facts.put("shares of the training data", priors);
    model.profile().ifPresent(profile -> describe(profile, categories(model), facts));
    facts.put("provenance", model.provenance());
  }

  private static List<String> categories(CategorizerModel model) {
    return model.categories().stream().map(CategoryNames::unescape).toList();
  }

  private static void describe(
      Profile profile, List<String> categories, Map<String, Object> facts) {
    facts.put("abstains below vocabulary coverage", profile.minCoverage());
    Map<String, Object> predicted = new LinkedHashMap<>();
    for (int i = 0; i < categories.size(); i++) {
      predicted.put(categories.get(i), profile.predicted().get(i));
    }
    int answered = profile.predicted().stream().mapToInt(Integer::intValue).sum();
    Map<String, Object> baseline = new LinkedHashMap<>();
    baseline.put("documents", profile.documents());
    baseline.put("abstentions", profile.documents() - answered);
    baseline.put("mean confidence", profile.meanConfidence());
    baseline.put("predicted", predicted);
    facts.put("baseline", baseline);
  }

  private static Map<String, Object> network(NetworkShape shape) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("vocabulary", shape.vocabularySize());
    facts.put("embedding", shape.embeddingSize());
    facts.put("units", shape.units());
    facts.put("bidirectional", shape.bidirectional());
    facts.put("pooling", shape.pooling());
    facts.put("embedding mean", shape.embeddingMean());
    return facts;
  }

  private static Map<String, Object> ngrams(NgramWeights ngrams) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("bigrams", ngrams.bigrams());
    facts.put("documents", ngrams.documents());
    return facts;
  }

  private static Map<String, Object> analysis(AnalysisSpec analysis) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("reads", reads(analysis));
    facts.put("chain version", analysis.chain());
    facts.put("strip HTML", analysis.stripHtml());
    facts.put("normalize redactions", analysis.normalizeRedactions());
    facts.put("normalize amounts", analysis.normalizeAmounts());
    facts.put("longest token", analysis.maxTokenLength());
    facts.put("most tokens", analysis.maxTokens());
    facts.put("most characters", analysis.maxChars());
    facts.put("stop words", analysis.stopWords().size());
    return facts;
  }

  private static String reads(AnalysisSpec analysis) {
    return String.format(
        Locale.ROOT,
        "the first %,d tokens, from the first %,d characters",
        analysis.maxTokens(),
        analysis.maxChars());
  }

  private static void print(Map<String, ?> facts, String indent, PrintWriter out) {
    for (Map.Entry<String, ?> fact : facts.entrySet()) {
      if (fact.getValue() instanceof Map<?, ?> group) {
        out.println(indent + fact.getKey());
        Map<String, Object> inner = new LinkedHashMap<>();
        group.forEach((key, value) -> inner.put(key.toString(), value));
        print(inner, indent + "  ", out);
      } else if (fact.getValue() instanceof List<?> list && indent.isEmpty()) {
        out.printf(Locale.ROOT, "%s (%d)%n", fact.getKey(), list.size());
        list.forEach(value -> out.println("  " + value));
      } else {
        out.printf(Locale.ROOT, "%s%-28s %s%n", indent, fact.getKey(), fact.getValue());
      }
    }
  }
}
