/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.docket.LstmDocumentCategorizer;
import org.docket.cli.training.StockTools.Run;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusFormat;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusWriter;
import org.docket.corpus.LabelledText;
import org.docket.model.CategorizerModel;
import org.docket.model.CategoryNames;
import org.docket.model.ModelFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OpenNLP's own commands with our trainer and our model, and labels that its training format cannot
 * hold as they are.
 */
class StockCommandsTest {

  /** Label, and the word that gives it away. */
  private static final List<List<String>> LABELS =
      List.of(
          List.of("Debt collection", "collector"),
          List.of("Prêt, étudiant", "école"),
          List.of("#1: 50 % \"fees\"", "fee"),
          List.of("a%20b", "literally"),
          List.of("住宅 ローン x y", "住宅"));

  private static final String FORMAT = "org.docket.corpus.opennlp.DocketFormat";

  @TempDir static Path folder;

  private static StockTools tools;
  private static List<LabelledText> documents;
  private static Run training;

  @BeforeAll
  static void train() throws IOException {
    tools = new StockTools(folder);
    documents = documents();
    try (CorpusWriter writer = new CorpusWriter(folder.resolve("corpus.csv"), CorpusFormat.CSV)) {
      documents.forEach(writer::write);
    }
    assertDone(tools.docket("convert", "--input", "corpus.csv", "--output", "corpus.txt"));
    writeParameters("lstm.params", "");
    Files.writeString(folder.resolve("bayes.params"), "Algorithm=NAIVEBAYES\nCutoff=1\n");
    training = train("lstm.params", "lstm.bin");
    assertDone(train("bayes.params", "bayes.bin"));
  }

  @Test
  void trainerTrainsOurNetworkAndTellsOfEachEpoch() {
    assertDone(training);
    assertThat(training.out())
        .contains("120 documents to train on, 15 to validate on")
        .containsPattern("(?m)^epoch 1/6: loss .* validation: loss ")
        .contains("epoch 6/6")
        .contains("Wrote document categorizer model to path")
        .doesNotContain("log4j", "WARN", "INFO");
    // Java 24 and newer warn of what JavaCPP does; nothing else may stand there.
    assertThat(training.err().lines())
        .allMatch(line -> line.isEmpty() || line.startsWith("WARNING: "));
    assertThat(folder.resolve("lstm.bin")).isNotEmptyFile();
  }

  @Test
  void labelsAreTheOriginalOnesBehindOurDoor() {
    LstmDocumentCategorizer ours = LstmDocumentCategorizer.load(folder.resolve("lstm.bin"));

    assertThat(ours.categories())
        .containsExactlyInAnyOrderElementsOf(LABELS.stream().map(label -> label.get(0)).toList());
    assertThat(ours.getIndex("Debt%20collection"))
        .as("as OpenNLP's tools know it")
        .isEqualTo(ours.categories().indexOf("Debt collection"));
    Run inspected = tools.docket("inspect", "lstm.bin");
    assertDone(inspected);
    assertThat(inspected.out()).contains("Debt collection").doesNotContain("Debt%20collection");
    Run classified =
        tools.docket("classify", "--model", "lstm.bin", "--format", "csv", "corpus.csv");
    assertDone(classified);
    assertThat(classified.out()).contains("Debt collection,", "\"Prêt, étudiant\",", "a%20b,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm.bin", "bayes.bin"})
  void doccatTagsAndTheTagsGoBackIntoCsv(String model) throws IOException {
    String input =
        documents.stream().map(LabelledText::text).collect(Collectors.joining("\n\n", "", "\n"));

    Run run = tools.opennlpWithInput(input, "Doccat", model);

    assertDone(run);
    List<String> tagged = run.out().lines().filter(line -> line.contains("\t")).toList();
    assertThat(tagged).hasSameSizeAs(documents);
    Files.write(folder.resolve("tagged.txt"), tagged);
    assertDone(tools.docket("convert", "--input", "tagged.txt", "--output", "tagged.csv"));
    List<LabelledText> back = read("tagged.csv");
    assertThat(back.stream().map(LabelledText::text))
        .containsExactlyElementsOf(documents.stream().map(LabelledText::text).toList());
    assertThat(shareOfSame(back)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm.bin", "bayes.bin"})
  void evaluatorFindsTheLabelsThatTheTrainerSaw(String model) {
    Run run =
        tools.opennlp(
            "DoccatEvaluator",
            "-model",
            model,
            "-data",
            "corpus.txt",
            "-encoding",
            "UTF-8",
            "-misclassified",
            "true",
            "-reportOutputFile",
            model + ".report");

    assertDone(run);
    assertThat(number("Accuracy: ([0-9.]+)", run.out())).isGreaterThan(0.9);
    assertThat(folder.resolve(model + ".report"))
        .content(StandardCharsets.UTF_8)
        .contains("Debt%20collection", "Prêt,%20étudiant", "a%2520b");
  }

  @ParameterizedTest
  @CsvSource({"-factory, org.docket.opennlp.LstmDoccatFactory", "-misclassified, true"})
  void crossValidatorTrainsSeveralTimesInOneJava(String option, String value) {
    Run run =
        tools.opennlp(
            "DoccatCrossValidator",
            "-params",
            "lstm.params",
            "-lang",
            "en",
            "-data",
            "corpus.txt",
            "-encoding",
            "UTF-8",
            "-folds",
            "2",
            option,
            value);

    assertDone(run);
    assertThat(run.out().lines().filter(line -> line.startsWith("epoch 1/6"))).hasSize(2);
    assertThat(number("Accuracy: ([0-9.]+)", run.out())).isGreaterThan(0.6);
  }

  @Test
  void converterPrintsWhatWeRead() throws IOException {
    Run run =
        tools.opennlp("DoccatConverter", "opennlp", "-data", "corpus.txt", "-encoding", "UTF-8");

    assertDone(run);
    Files.write(
        folder.resolve("again.txt"),
        run.out().lines().filter(line -> line.contains("\t")).toList());
    assertThat(read("again.txt")).isEqualTo(documents);
  }

  @Test
  void ourFormatGivesTheConverterCsv() throws IOException {
    Run run = tools.opennlp("DoccatConverter", FORMAT, "-data", "corpus.csv");

    assertDone(run);
    Files.write(
        folder.resolve("converted.txt"),
        run.out().lines().filter(line -> line.contains("\t")).toList());
    assertThat(read("converted.txt")).isEqualTo(documents);
  }

  @Test
  void ourFormatGivesTheEvaluatorLabelsAsOurTrainCommandKeepsThem() throws IOException {
    CategorizerModel model = ModelFile.read(folder.resolve("lstm.bin"));
    List<String> labels = LstmDocumentCategorizer.of(model).categories();
    ModelFile.write(
        model.withCategories(labels.stream().map(CategoryNames::modelName).toList()),
        folder.resolve("ours.bin"));
    String command = "DoccatEvaluator." + FORMAT;

    Run run =
        tools.opennlp(command, "-model", "ours.bin", "-data", "corpus.csv", "-labels", "plain");
    Run wrong =
        tools.opennlp(command, "-model", "ours.bin", "-data", "corpus.csv", "-labels", "nice");

    assertDone(run);
    assertThat(number("Accuracy: ([0-9.]+)", run.out())).isGreaterThan(0.9);
    assertThat(wrong.exitCode()).isNotZero();
    assertThat(wrong.err()).contains("-labels must be escaped or plain, but is \"nice\"");
  }

  @Test
  void aWrongParameterIsNamed() throws IOException {
    writeParameters("wrong.params", "training.epochs = many\n");

    Run run = train("wrong.params", "wrong.bin");

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err())
        .contains(
            "OpenNLP parameters: training.epochs must be a whole number from 1 to 10000,"
                + " but is \"many\"");
    assertThat(folder.resolve("wrong.bin")).doesNotExist();
  }

  private static Run train(String parameters, String model) {
    return tools.opennlp(
        "DoccatTrainer",
        "-params",
        parameters,
        "-lang",
        "en",
        "-encoding",
        "UTF-8",
        "-data",
        "corpus.txt",
        "-model",
        model);
  }

  /** The file that comes with Docket, for a small network; of a key that stands twice the last. */
  private static void writeParameters(String name, String more) throws IOException {
    Path shipped = Path.of(System.getProperty("user.dir"), "../conf/training/opennlp-lstm.params");
    String small =
        """
        network.embedding = 8
        network.units = 6
        vocabulary.minDocuments = 1
        training.batchSize = 8
        training.learningRate = 0.05
        training.epochs = 6
        training.patience = 6
        """;
    Files.writeString(folder.resolve(name), Files.readString(shipped) + small + more);
  }

  private static List<LabelledText> documents() {
    Random random = new Random(7);
    List<LabelledText> documents = new ArrayList<>();
    for (int i = 0; i < 135; i++) {
      List<String> label = LABELS.get(i % LABELS.size());
      String words =
          random
              .ints(6, 'a', 'z' + 1)
              .mapToObj(c -> Character.toString(c).repeat(3))
              .collect(Collectors.joining(" "));
      documents.add(new LabelledText(label.get(0), words + " " + label.get(1) + " $1,200.00 !"));
    }
    return documents;
  }

  private static List<LabelledText> read(String file) {
    List<LabelledText> read = new ArrayList<>();
    Corpus.read(folder.resolve(file), CorpusOptions.defaults(), read::add);
    return read;
  }

  private static double shareOfSame(List<LabelledText> tagged) {
    int same = 0;
    for (int i = 0; i < documents.size(); i++) {
      same += tagged.get(i).category().equals(documents.get(i).category()) ? 1 : 0;
    }
    return (double) same / documents.size();
  }

  private static double number(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private static void assertDone(Run run) {
    assertThat(run.exitCode()).as("%s%n%s", run.out(), run.err()).isZero();
  }
}
