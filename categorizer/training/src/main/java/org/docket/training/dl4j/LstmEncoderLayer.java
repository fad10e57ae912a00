/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.nio.FloatBuffer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.docket.model.NetworkShape;
import org.docket.training.compute.Batch;
import org.docket.training.compute.Encoder;
import org.docket.training.compute.TrainingKernels;
import org.docket.training.compute.Workers;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs an {@link LstmEncoder}: between Deeplearning4j's arrays and an {@link Encoder}. */
final class LstmEncoderLayer extends BaseLayer<LstmEncoder> {

  private static final long serialVersionUID = 1L;

  private transient NetworkShape shape;
  private transient Encoder encoder;
  private transient Batch batch;

  LstmEncoderLayer(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(false);
    if (encoder == null) {
      shape = layerConf().shape();
      encoder = new Encoder(shape, TrainingKernels.best(), Workers.shared());
    }
    batch = new Batch(Texts.ids(input, maskArray), shape.vocabularySize());
    encoder.setWeights(NativeFloats.of(paramsFlattened));
    FloatBuffer rows = NativeFloats.of(params.get(LstmEncoderParameters.EMBEDDING));
    int size = shape.embeddingSize();
    double dropout = training ? layerConf().layerDropout() : 0;
    float[] features =
        encoder.run(
            batch,
            (id, to, offset) -> rows.get(id * size, to, offset, size),
            dropout,
            dropout > 0 ? Nd4j.getRandom().nextLong() : 0);
    INDArray output =
        workspaceMgr.createUninitialized(
            ArrayType.ACTIVATIONS,
            DataType.FLOAT,
            new long[] {batch.size(), shape.features()},
            'c');
    NativeFloats.of(output).put(0, features);
    return output;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    if (batch == null) {
      throw new IllegalStateException("there was no forward pass to go back from " + layerId());
    }
    encoder.backpropagate(
        NativeFloats.copy(epsilon),
        layerConf().gradientClipping(),
        NativeFloats.of(gradientsFlattened));
    Gradient gradient = new DefaultGradient(gradientsFlattened);
    gradientViews.forEach(gradient::setGradientFor);
    batch = null;
    return new Pair<>(gradient, null);
  }

  /** Gradients are those of the mean over the batch already, so that they can be cut by norm. */
  @Override
  public boolean updaterDivideByMinibatch(String parameter) {
    return false;
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState state, int minibatchSize) {
    this.maskArray = mask;
    this.maskState = state;
    return new Pair<>(null, null);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clear() {
    super.clear();
    batch = null;
  }
}
