/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.docket.kernel.Kernels;
import org.docket.training.compute.SoftmaxPass;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Runs a {@link SoftmaxOutput}: between Deeplearning4j's arrays and a {@link SoftmaxPass}. What
 * that does not know, masks, noise on weights and other kinds of dropout, is left to the stock
 * layer.
 */
final class SoftmaxOutputLayer extends OutputLayer {

  private static final long serialVersionUID = 1L;

  private transient SoftmaxPass pass;

  /** Of the step back that was made last. */
  private transient double loss;

  /** Whether {@link #loss} is that of the input and the labels at hand, and not asked for yet. */
  private transient boolean isLossNew;

  SoftmaxOutputLayer(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    if (!isPlain()) {
      return super.backpropGradient(epsilon, workspaceMgr);
    }
    assertInputSet(true);
    requireLabels();
    if (pass == null) {
      pass =
          new SoftmaxPass(
              Kernels.best(),
              Math.toIntExact(layerConf().getNIn()),
              Math.toIntExact(layerConf().getNOut()),
              categoryWeights());
    }
    pass.set(NativeFloats.copy(paramsFlattened));
    int rows = Math.toIntExact(input.size(0));
    float[] values = NativeFloats.copy(input);
    double rate = dropRate();
    long seed = rate > 0 ? Nd4j.getRandom().nextLong() : 0;
    loss = pass.run(rows, values, NativeFloats.copy(labels), rate, seed);
    isLossNew = true;
    NativeFloats.of(gradientsFlattened).put(0, pass.gradients());
    Gradient gradient = new DefaultGradient(gradientsFlattened);
    gradientViews.forEach(gradient::setGradientFor);
    INDArray next =
        workspaceMgr.createUninitialized(
            ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
    NativeFloats.of(next).put(0, values);
    return new Pair<>(gradient, next);
  }

  /** Of a training step: the loss of the step back, which Deeplearning4j makes before it asks. */
  @Override
  public double computeScore(
      double fullNetRegTerm, boolean training, LayerWorkspaceMgr workspaceMgr) {
    if (!training || !isLossNew) {
      return super.computeScore(fullNetRegTerm, training, workspaceMgr);
    }
    isLossNew = false;
    score = (conf().isMiniBatch() ? loss / getInputMiniBatchSize() : loss) + fullNetRegTerm;
    return score;
  }

  @Override
  public void setInput(INDArray input, LayerWorkspaceMgr workspaceMgr) {
    super.setInput(input, workspaceMgr);
    isLossNew = false;
  }

  @Override
  public void setLabels(INDArray labels) {
    super.setLabels(labels);
    isLossNew = false;
  }

  @Override
  public void clear() {
    super.clear();
    isLossNew = false;
  }

  private boolean isPlain() {
    IDropout dropout = layerConf().getIDropout();
    return maskArray == null
        && layerConf().hasBias()
        && layerConf().getWeightNoise() == null
        && (dropout == null
            || dropout.getClass() == Dropout.class && ((Dropout) dropout).getPSchedule() == null);
  }

  private double dropRate() {
    return layerConf().getIDropout() instanceof Dropout dropout ? 1 - dropout.getP() : 0;
  }

  private float[] categoryWeights() {
    INDArray weights = ((LossMCXENT) layerConf().getLossFn()).getWeights();
    return weights == null ? null : NativeFloats.copy(weights);
  }

  private void requireLabels() {
    if (labels == null || labels.size(0) != input.size(0)) {
      throw new IllegalStateException(
          "there must be labels for each of the inputs of " + layerId());
    }
    if (labels.size(1) != layerConf().getNOut()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the labels have %d categories, but %s has %d",
              labels.size(1),
              layerId(),
              layerConf().getNOut()));
    }
  }
}
