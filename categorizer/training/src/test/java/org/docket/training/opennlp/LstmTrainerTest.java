/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatCrossValidator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.TrainerFactory.TrainerType;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.InsufficientTrainingDataException;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.docket.LstmDocumentCategorizer;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.model.CategorizerModel;
import org.docket.model.CategoryNames;
import org.docket.model.ModelFile;
import org.docket.opennlp.LstmDoccatFactory;
import org.docket.opennlp.LstmModel;
import org.docket.training.Trainer;
import org.docket.training.TrainingProgress;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.docket.training.data.TrainingData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that knows only OpenNLP trains our network. */
class LstmTrainerTest {

  private static final List<String> LABELS = List.of("Home loan", "Card", "a%20b");

  private final List<LabelledText> documents = documents();

  @BeforeAll
  static void admitOurPackage() {
    ExtensionLoader.registerAllowedPackage("org.docket.");
  }

  @AfterAll
  static void leaveNoTrace() {
    ExtensionLoader.unregisterAllowedPackage("org.docket.");
  }

  @ParameterizedTest
  @ValueSource(classes = {DoccatFactory.class, LstmDoccatFactory.class})
  void theModelAnswersAsOurCategorizerDoes(Class<? extends DoccatFactory> factory)
      throws Exception {
    DoccatModel model = train(documents, factory.getDeclaredConstructor().newInstance());

    DocumentCategorizerME stock = new DocumentCategorizerME(model);
    LstmDocumentCategorizer ours = LstmDocumentCategorizer.of(model(model));
    for (LabelledText document : documents.subList(0, 20)) {
      String text = document.text() + " It isn't {$1,200.00}, <b>XXXX</b>!";
      for (String[] tokens :
          List.of(
              WhitespaceTokenizer.INSTANCE.tokenize(text),
              SimpleTokenizer.INSTANCE.tokenize(text))) {
        double[] answer = stock.categorize(tokens);
        assertThat(answer).containsExactly(ours.categorize(tokens), within(1e-6));
        assertThat(stock.getBestCategory(answer)).isEqualTo(ours.getBestCategory(answer));
      }
    }
    assertThat(model.getFactory()).isExactlyInstanceOf(factory);
    assertThat(model.getManifestProperty("Training-Eventhash")).isNotBlank();
    assertThat(model.getManifestProperty("TrainerType")).isEqualTo("Event");
  }

  @Test
  void theModelIsTheOneThatOurTrainCommandMakes(@TempDir Path folder) throws IOException {
    TrainingConfig config = LstmParameters.config(parameters());
    CategorizerModel ours = trainedByUs(config, folder);

    CategorizerModel stock = model(train(documents, new DoccatFactory()));

    assertThat(stock.categories()).containsExactly("Card", "Home%20loan", "a%2520b");
    assertThat(ours.categories()).containsExactly("Card", "Home loan", "a%2520b");
    assertThat(bytes(stock.withCategories(ours.categories()))).isEqualTo(bytes(ours));
    assertThat(LstmDocumentCategorizer.of(stock).categories())
        .isEqualTo(LstmDocumentCategorizer.of(ours).categories())
        .containsExactlyInAnyOrderElementsOf(LABELS);
  }

  private CategorizerModel trainedByUs(TrainingConfig config, Path folder) {
    OptimizationConfig optimization = config.optimization();
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), folder)) {
      documents.forEach(builder::addTraining);
      try (EncodedCorpus corpus =
          builder.split(optimization.validationShare(), optimization.seed()).orElseThrow()) {
        TrainingData data = new TrainingData(corpus, List.of(), List.of());
        Path checkpoint = folder.resolve("checkpoint");
        return Trainer.train(data, config, checkpoint, false, TrainingProgress.NONE).model();
      }
    }
  }

  @Test
  void trainingOnWhatAModelOfOursHasCleanedWorks() throws IOException {
    DoccatModel first = train(documents, new LstmDoccatFactory());

    DoccatModel second = train(documents, first.getFactory());

    assertThat(bytes(model(second))).isEqualTo(bytes(model(first)));
  }

  @Test
  void crossValidationLeavesNothingBehind() throws IOException {
    double first = crossValidate();

    assertThat(first).isGreaterThan(0.6);
    assertThat(crossValidate()).isEqualTo(first);
  }

  @Test
  void aCategoryWithOneDocumentIsNoObstacle() throws IOException {
    List<LabelledText> more = new ArrayList<>(documents);
    more.add(new LabelledText("alone", "zzz zzz zzz"));

    assertThat(model(train(more, new DoccatFactory())).categories()).contains("alone");
  }

  @Test
  void openNlpKnowsItForATrainerOfEvents() {
    assertThat(TrainerFactory.isValid(parameters())).isTrue();
    assertThat(TrainerFactory.getTrainerType(parameters()))
        .isEqualTo(TrainerType.EVENT_MODEL_TRAINER);
  }

  @Test
  void oneCategoryIsTooFew() {
    List<LabelledText> cards =
        documents.stream().filter(document -> document.category().equals("Card")).toList();

    assertThatThrownBy(() -> train(cards, new DoccatFactory()))
        .isInstanceOf(InsufficientTrainingDataException.class)
        .hasMessage("training needs at least two categories, but the data has 1");
    assertThatThrownBy(() -> train(List.of(), new DoccatFactory()))
        .isInstanceOf(InsufficientTrainingDataException.class);
  }

  @Test
  void nothingToValidateOnIsTooFewDocumentsToo() {
    List<LabelledText> two =
        List.of(new LabelledText("Card", "plastic"), new LabelledText("Loan", "house"));

    assertThatThrownBy(() -> train(two, new DoccatFactory()))
        .isInstanceOf(InsufficientTrainingDataException.class)
        .hasMessageStartingWith("no category has two documents");
  }

  @Test
  void featuresThatAreNoTokensAreRefused() throws IOException {
    FeatureGenerator[] generators = {new BagOfWordsFeatureGenerator(), new NGramFeatureGenerator()};

    assertThatThrownBy(() -> train(documents, new DoccatFactory(generators)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("the feature \"ng=:")
        .hasMessageContaining("BagOfWordsFeatureGenerator alone");
  }

  @Test
  void anIndexerHasLostTheOrderOfTheWords() {
    LstmTrainer trainer = new LstmTrainer();

    assertThatThrownBy(() -> trainer.train(new OnePassDataIndexer()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("call train(ObjectStream<Event>)");
  }

  private double crossValidate() throws IOException {
    DoccatCrossValidator validator =
        new DoccatCrossValidator("en", parameters(), new LstmDoccatFactory());
    validator.evaluate(new CollectionObjectStream<>(samples(documents)), 2);
    return validator.getDocumentAccuracy();
  }

  private static DoccatModel train(List<LabelledText> documents, DoccatFactory factory)
      throws IOException {
    return DocumentCategorizerME.train(
        "en", new CollectionObjectStream<>(samples(documents)), parameters(), factory);
  }

  private static CategorizerModel model(DoccatModel model) {
    return ((LstmModel) model.getMaxentModel()).model();
  }

  private static byte[] bytes(CategorizerModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(model, bytes);
    return bytes.toByteArray();
  }

  private static TrainingParameters parameters() {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, LstmTrainer.class.getName());
    parameters.put("network.embedding", 8);
    parameters.put("network.units", 6);
    parameters.put("vocabulary.minDocuments", 1);
    parameters.put("training.batchSize", 8);
    parameters.put("training.learningRate", 0.05);
    parameters.put("training.epochs", 8);
    return parameters;
  }

  private static List<DocumentSample> samples(List<LabelledText> documents) {
    return documents.stream()
        .map(
            document ->
                new DocumentSample(
                    CategoryNames.escape(document.category()),
                    WhitespaceTokenizer.INSTANCE.tokenize(document.text())))
        .toList();
  }

  /** Random letters, and the category's initial twice. */
  private static List<LabelledText> documents() {
    Random random = new Random(3);
    List<LabelledText> documents = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      String label = LABELS.get(i % LABELS.size());
      String words =
          random
              .ints(5, 'a', 'z' + 1)
              .mapToObj(c -> Character.toString(c).repeat(4))
              .collect(Collectors.joining(" "));
      documents.add(new LabelledText(label, words + " word" + i % LABELS.size() + " $12"));
    }
    documents.sort(Comparator.comparing(LabelledText::text));
    return documents;
  }
}
