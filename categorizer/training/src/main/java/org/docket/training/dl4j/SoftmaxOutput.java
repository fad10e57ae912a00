/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;

/**
 * Deeplearning4j's output layer with softmax and cross entropy, whose training step is one pass
 * over plain arrays: the stock layer makes some thirty small native calls, and computes its product
 * twice. Parameters, configuration and all else are the stock layer's.
 *
 * <p>The loss is computed from the logits; the stock layer's, from probabilities that it keeps
 * above 1e-10, stops growing there. What is dropped is drawn differently.
 */
public final class SoftmaxOutput extends OutputLayer {

  private static final long serialVersionUID = 1L;

  private static final Set<Class<?>> LOSSES =
      Set.of(LossMCXENT.class, LossNegativeLogLikelihood.class);

  /** For the deserializer. */
  SoftmaxOutput() {}

  private SoftmaxOutput(Builder builder) {
    super(builder);
  }

  /**
   * @throws IllegalArgumentException if the activation is not softmax, the loss not cross entropy
   *     for many classes with as many weights or none, or the data type not float
   */
  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType dataType) {
    if (!(getActivationFn() instanceof ActivationSoftmax)
        || !LOSSES.contains(getLossFn().getClass())) {
      throw new IllegalArgumentException(
          String.format(
                  Locale.ROOT,
                  "this output layer computes softmax with LossMCXENT, not %s with %s; Deeplearning4j's",
                  getActivationFn(),
                  getLossFn())
              + " OutputLayer takes any");
    }
    INDArray weights = ((LossMCXENT) getLossFn()).getWeights();
    if (weights != null && weights.length() != getNOut()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the loss has weights for %d categories, but the output layer has %d",
              weights.length(),
              getNOut()));
    }
    if (dataType != DataType.FLOAT) {
      throw new IllegalArgumentException(
          "this output layer computes with floats; the network's data type is " + dataType);
    }
    SoftmaxOutputLayer layer = new SoftmaxOutputLayer(conf, dataType);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    Map<String, INDArray> table = initializer().init(conf, parameters, initialize);
    layer.setParamTable(table);
    return layer;
  }

  /** As Deeplearning4j's. */
  @SuppressWarnings("unchecked") // Deeplearning4j's build() returns any layer that it is asked for.
  public static final class Builder extends OutputLayer.Builder {

    /**
     * Starts.
     *
     * @param loss with the weight of each category, if they have any
     */
    public Builder(LossMCXENT loss) {
      super(loss);
    }

    @Override
    @SuppressWarnings(
        "unchecked") // Deeplearning4j's build() returns any layer that it is asked for.
    public SoftmaxOutput build() {
      return new SoftmaxOutput(this);
    }
  }
}
