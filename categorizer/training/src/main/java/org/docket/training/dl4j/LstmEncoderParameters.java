/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.docket.model.NetworkShape;
import org.docket.training.compute.TrainingKernel;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of an encoder as views of one flat array: the embedding row by row, so that a
 * token's vector lies in one place, and all other weights column by column, as Deeplearning4j has
 * them.
 */
final class LstmEncoderParameters implements ParamInitializer {

  static final LstmEncoderParameters INSTANCE = new LstmEncoderParameters();
  static final String EMBEDDING = "W";

  /** As Deeplearning4j's LSTM: cells that remember are easier to learn from. */
  private static final double FORGET_BIAS = 1;

  private LstmEncoderParameters() {}

  /** A parameter: its name and shape, and the number of its layer and direction. */
  record Parameter(String key, long rows, long columns, char order) {

    long size() {
      return rows * columns;
    }

    boolean isBias() {
      return LstmEncoderParameters.isBias(key);
    }
  }

  private static boolean isBias(String key) {
    return key.startsWith("b");
  }

  static List<Parameter> parameters(NetworkShape shape) {
    List<Parameter> all = new ArrayList<>();
    all.add(new Parameter(EMBEDDING, shape.vocabularySize(), shape.embeddingSize(), 'c'));
    for (int layer = 0; layer < shape.units().size(); layer++) {
      for (int direction = 0; direction < shape.directions(); direction++) {
        int units = shape.units().get(layer);
        int gates = TrainingKernel.GATES * units;
        all.add(
            new Parameter(
                LstmEncoder.key("W", layer, direction == 1), shape.inputSize(layer), gates, 'f'));
        all.add(new Parameter(LstmEncoder.key("RW", layer, direction == 1), units, gates, 'f'));
        all.add(new Parameter(LstmEncoder.key("b", layer, direction == 1), 1, gates, 'f'));
      }
    }
    return all;
  }

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return parameters(layer).stream().mapToLong(Parameter::size).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return parameters(layer).stream().map(Parameter::key).toList();
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return parameters(layer).stream().filter(p -> !p.isBias()).map(Parameter::key).toList();
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return parameters(layer).stream().filter(Parameter::isBias).map(Parameter::key).toList();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return !isBias(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return isBias(key);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray parametersView, boolean initialize) {
    LstmEncoder layer = (LstmEncoder) conf.getLayer();
    Map<String, INDArray> views = Collections.synchronizedMap(views(layer, parametersView));
    for (Parameter parameter : parameters(layer)) {
      conf.addVariable(parameter.key());
      if (initialize) {
        initialize(layer, parameter, views.get(parameter.key()));
      }
    }
    return views;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray gradientView) {
    return views(conf.getLayer(), gradientView);
  }

  private static Map<String, INDArray> views(Layer layer, INDArray flat) {
    INDArray row = flat.reshape(flat.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    long start = 0;
    for (Parameter parameter : parameters(layer)) {
      long end = start + parameter.size();
      INDArray view = row.get(NDArrayIndex.interval(start, end));
      views.put(
          parameter.key(),
          parameter.isBias()
              ? view
              : view.reshape(parameter.order(), parameter.rows(), parameter.columns()));
      start = end;
    }
    return views;
  }

  /** As Deeplearning4j's layers do, in the same order: the same seed gives the same weights. */
  private static void initialize(LstmEncoder layer, Parameter parameter, INDArray view) {
    long[] shape = {parameter.rows(), parameter.columns()};
    if (parameter.key().equals(EMBEDDING)) {
      INDArray drawn = Nd4j.create(DataType.FLOAT, parameter.size());
      view.assign(layer.embeddingInit().init(1, shape[1], shape, 'f', drawn));
    } else if (parameter.isBias()) {
      long units = parameter.columns() / TrainingKernel.GATES;
      view.assign(0);
      view.get(NDArrayIndex.interval(units, 2 * units)).assign(FORGET_BIAS);
    } else {
      long units = parameter.columns() / TrainingKernel.GATES;
      long inputs = inputSize(layer, parameter);
      layer.getWeightInitFn().init(units, inputs + units, shape, 'f', view);
    }
  }

  /** Of the LSTM that a parameter belongs to. */
  private static long inputSize(LstmEncoder layer, Parameter parameter) {
    String suffix = parameter.key().replaceFirst("^R?W", "");
    return layer.shape().inputSize(Character.digit(suffix.charAt(0), 10));
  }

  private static List<Parameter> parameters(Layer layer) {
    return parameters(((LstmEncoder) layer).shape());
  }
}
