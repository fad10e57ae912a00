/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.pages.PageModel.Layer;

/** An answer as docs/model-format.md says how to compute it, step by step, in doubles. */
final class PageAnswer {

  private final PageModel model;
  private final float[][] embedding;

  PageAnswer(PageModel model) {
    this.model = model;
    this.embedding = model.part("embedding", float[][].class);
  }

  /** The probability of each category. */
  double[] probabilities(int[] ids) {
    if (Arrays.stream(ids).allMatch(id -> id == 0)) {
      return doubles(model.part("priors", float[].class));
    }
    double[] logits =
        plus(
            times(features(ids), model.part("output", float[][].class)),
            doubles(model.part("outputBias", float[].class)));
    double temperature = model.part("temperature", float[].class)[0];
    double[] powers = Arrays.stream(logits).map(logit -> Math.exp(logit / temperature)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  private double[] features(int[] ids) {
    double[][] vectors =
        Arrays.stream(ids).mapToObj(id -> doubles(embedding[id])).toArray(double[][]::new);
    List<Layer> forward = model.list("forward");
    List<Layer> backward = model.list("backward");
    double[][] below = vectors;
    double[][] ahead = vectors;
    double[][] back = {};
    for (int layer = 0; layer < forward.size(); layer++) {
      ahead = outputs(below, forward.get(layer));
      back =
          backward.isEmpty()
              ? new double[ids.length][0]
              : reversed(outputs(reversed(below), backward.get(layer)));
      below = sideBySide(ahead, back);
    }
    double[] pooled =
        model.part("pooling", Integer.class) == 0
            ? joined(ahead[ids.length - 1], back[0])
            : joined(mean(below), maximum(below));
    double[] features = model.flag("embeddingMean") ? joined(pooled, mean(vectors)) : pooled;
    return model.flag("ngrams") ? joined(features, ngramLogits(ids)) : features;
  }

  private static double[][] outputs(double[][] inputs, Layer layer) {
    int units = layer.recurrent().length;
    double[] h = new double[units];
    double[] c = new double[units];
    double[][] outputs = new double[inputs.length][];
    for (int step = 0; step < inputs.length; step++) {
      double[] a =
          plus(
              plus(times(inputs[step], layer.input()), times(h, layer.recurrent())),
              doubles(layer.bias()));
      h = new double[units];
      for (int unit = 0; unit < units; unit++) {
        double candidate = Math.tanh(a[2 * units + unit]);
        c[unit] = sigmoid(a[units + unit]) * c[unit] + sigmoid(a[unit]) * candidate;
        h[unit] = sigmoid(a[3 * units + unit]) * Math.tanh(c[unit]);
      }
      outputs[step] = h;
    }
    return outputs;
  }

  private double[] ngramLogits(int[] ids) {
    int[] frequencies = model.part("documentFrequencies", int[].class);
    double documents = model.part("ngramDocuments", Integer.class);
    byte[] weights = model.part("ngramWeights", byte[].class);
    double[] logits = new double[model.part("scales", float[].class).length];
    double squares = 0;
    for (Map.Entry<Integer, Integer> ngram : ngrams(ids).entrySet()) {
      int row = ngram.getKey();
      if (frequencies[row] > 0) {
        double rarity = 1 + Math.log((1 + documents) / (1 + frequencies[row]));
        double value = (1 + Math.log(ngram.getValue())) * rarity;
        squares += value * value;
        for (int category = 0; category < logits.length; category++) {
          logits[category] += value * weights[row * logits.length + category];
        }
      }
    }
    for (int category = 0; category < logits.length && squares > 0; category++) {
      logits[category] *= model.part("scales", float[].class)[category] / Math.sqrt(squares);
    }
    return logits;
  }

  /** How often each n-gram stands there, by its row. */
  private Map<Integer, Integer> ngrams(int[] ids) {
    int[] first = model.part("bigramFirst", int[].class);
    int[] second = model.part("bigramSecond", int[].class);
    Map<List<Integer>, Integer> rows = new LinkedHashMap<>();
    for (int i = 0; i < first.length; i++) {
      rows.put(List.of(first[i], second[i]), embedding.length + i);
    }
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] > 0) {
        found.add(ids[i]);
        Integer bigram = i == 0 ? null : rows.get(List.of(ids[i - 1], ids[i]));
        if (bigram != null) {
          found.add(bigram);
        }
      }
    }
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    found.forEach(row -> counts.merge(row, 1, Integer::sum));
    return counts;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] times(double[] vector, float[][] matrix) {
    double[] product = new double[matrix[0].length];
    for (int row = 0; row < vector.length; row++) {
      for (int column = 0; column < product.length; column++) {
        product[column] += vector[row] * matrix[row][column];
      }
    }
    return product;
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  private static double[] mean(double[][] rows) {
    double[] sum = new double[rows[0].length];
    for (double[] row : rows) {
      sum = plus(sum, row);
    }
    return Arrays.stream(sum).map(each -> each / rows.length).toArray();
  }

  private static double[] maximum(double[][] rows) {
    double[] maximum = rows[0].clone();
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        maximum[i] = Math.max(maximum[i], row[i]);
      }
    }
    return maximum;
  }

  private static double[][] sideBySide(double[][] left, double[][] right) {
    double[][] rows = new double[left.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = joined(left[i], right[i]);
    }
    return rows;
  }

  private static double[][] reversed(double[][] rows) {
    double[][] reversed = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      reversed[i] = rows[rows.length - 1 - i];
    }
    return reversed;
  }

  private static double[] joined(double[] a, double[] b) {
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  private static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }
}
