/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;
import org.docket.inference.LstmNetwork;
import org.docket.model.CategorizerModel;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedTexts;
import org.docket.vocabulary.Vocabulary;

/**
 * What a model answers to texts that are tokens already, document by document: as it would answer
 * to the texts themselves, those without a known token by the priors.
 *
 * @param categories of the model, by the names that the corpus has
 * @param predictions of each document, in their order
 * @param losses the negative log-likelihood of each document's label
 */
public record HeldOut(
    List<String> categories, List<LabelledPrediction> predictions, double[] losses) {

  public HeldOut {
    categories = List.copyOf(categories);
    predictions = List.copyOf(predictions);
    losses = losses.clone();
  }

  /**
   * Lets a model answer, on all processors.
   *
   * @param corpus that the model was trained on
   * @param texts as the vocabulary of this corpus has them; each with a label
   */
  public static HeldOut of(CategorizerModel model, EncodedCorpus corpus, EncodedTexts texts) {
    LstmNetwork network = new LstmNetwork(model.network());
    double[] priors = doubles(model.priors());
    List<double[]> answers =
        IntStream.range(0, texts.size())
            .parallel()
            .mapToObj(text -> answer(network, model.temperature(), texts.ids(text), priors))
            .toList();
    List<LabelledPrediction> predictions = new ArrayList<>();
    double[] losses = new double[texts.size()];
    for (int text = 0; text < losses.length; text++) {
      String gold = corpus.categories().get(texts.label(text));
      predictions.add(Scorer.prediction(corpus.categories(), gold, answers.get(text)));
      losses[text] = -Math.log(Math.max(answers.get(text)[texts.label(text)], Double.MIN_NORMAL));
    }
    return new HeldOut(corpus.categories(), predictions, losses);
  }

  private static double[] answer(
      LstmNetwork network, double temperature, int[] ids, double[] priors) {
    return Arrays.stream(ids).allMatch(id -> id == Vocabulary.UNKNOWN)
        ? priors
        : LstmNetwork.softmax(network.logits(ids), temperature);
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** The negative log-likelihood of each document's label; a copy. */
  @Override
  public double[] losses() {
    return losses.clone();
  }

  /** Mean negative log-likelihood of the labels. */
  public double logLoss() {
    return Arrays.stream(losses).average().orElse(Double.NaN);
  }

  /** All other figures. */
  public Evaluation evaluation() {
    return Evaluation.of(categories, predictions);
  }
}
