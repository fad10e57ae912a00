/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;
import org.docket.inference.LstmNetwork;
import org.docket.training.calibration.Temperature;
import org.docket.training.data.EncodedTexts;

/**
 * Scores a network as it will serve, which is faster here than Deeplearning4j and is what counts.
 */
final class Scorer {

  private final List<String> categories;
  private final EncodedTexts texts;
  private final int[] sample;

  private Scorer(List<String> categories, EncodedTexts texts, int[] sample) {
    this.categories = categories;
    this.texts = texts;
    this.sample = sample;
  }

  /** Scores on all texts that have a label. */
  static Scorer onAll(List<String> categories, EncodedTexts texts) {
    return new Scorer(categories, texts, labelled(texts));
  }

  /** Scores on a fixed random sample of the texts that have a label. */
  static Scorer onSample(List<String> categories, EncodedTexts texts, int size, long seed) {
    int[] labelled = labelled(texts);
    int[] sample =
        new Random(seed)
            .ints(0, labelled.length)
            .distinct()
            .limit(Math.min(size, labelled.length))
            .map(i -> labelled[i])
            .toArray();
    return new Scorer(categories, texts, sample);
  }

  private static int[] labelled(EncodedTexts texts) {
    return IntStream.range(0, texts.size())
        .filter(text -> texts.label(text) != EncodedTexts.NO_LABEL)
        .toArray();
  }

  /** Scores, and the evaluation that they are of. */
  record Scored(Scores scores, Evaluation evaluation) {}

  Scores score(LstmNetwork network) {
    return score(logits(network));
  }

  /** Of the logits of each text, as they are. */
  Scores score(List<float[]> logits) {
    return scored(logits, 1).scores();
  }

  /**
   * As a model of the network will answer: at the temperature that makes the labels most likely.
   */
  Scored calibratedScore(LstmNetwork network) {
    List<float[]> logits = logits(network);
    return scored(logits, Temperature.fit(logits, labels()));
  }

  private Scored scored(List<float[]> logits, double temperature) {
    int[] labels = labels();
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      double[] probabilities = LstmNetwork.softmax(logits.get(i), temperature);
      loss -= Math.log(Math.max(probabilities[labels[i]], Double.MIN_NORMAL));
    }
    Evaluation evaluation = Evaluation.of(categories, predictions(logits, temperature));
    double mean = loss / labels.length;
    return new Scored(new Scores(mean, evaluation.accuracy(), evaluation.macroF1()), evaluation);
  }

  /** What each text comes to, given its logits. */
  List<LabelledPrediction> predictions(List<float[]> logits, double temperature) {
    int[] labels = labels();
    List<LabelledPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      double[] probabilities = LstmNetwork.softmax(logits.get(i), temperature);
      predictions.add(prediction(categories, categories.get(labels[i]), probabilities));
    }
    return predictions;
  }

  /** What comes of probabilities. */
  static LabelledPrediction prediction(
      List<String> categories, String gold, double[] probabilities) {
    int best = best(probabilities);
    return new LabelledPrediction(gold, categories.get(best), probabilities[best]);
  }

  /** The logits of each text, in parallel. */
  List<float[]> logits(LstmNetwork network) {
    return IntStream.of(sample)
        .parallel()
        .mapToObj(text -> network.logits(texts.ids(text)))
        .toList();
  }

  /** The label of each text. */
  int[] labels() {
    return IntStream.of(sample).map(texts::label).toArray();
  }

  /** The index of the largest one; of equals the first. */
  static int best(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }
}
