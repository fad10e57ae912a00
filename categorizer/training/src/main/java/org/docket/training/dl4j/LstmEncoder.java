/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A Deeplearning4j layer from ids of tokens to the features of texts: what an embedding, one or two
 * LSTM layers in one or two directions, and pooling do as layers of their own, much faster.
 *
 * <p>Input: ids, [texts x 1 x longest] or [texts x longest], of floats or integers, with a mask
 * [texts x longest] that is 1 where a token is. A text's tokens stand together. Output: features
 * [texts x features], in the order that {@link org.docket.model.NetworkWeights} tells.
 *
 * <p>Parameters: {@code W} of the embedding, and for each LSTM {@code W0}, {@code RW0}, {@code b0};
 * the second layer has a 1, backward layers end in {@code B}. Shapes and the order of the gates are
 * those of Deeplearning4j's LSTM, and so is what they start from.
 */
public final class LstmEncoder extends FeedForwardLayer {

  private static final long serialVersionUID = 1L;

  @JsonProperty private int embeddingSize;
  @JsonProperty private int[] units;
  @JsonProperty private boolean bidirectional;
  @JsonProperty private Pooling pooling;
  @JsonProperty private boolean embeddingMean;
  @JsonProperty private double layerDropout;
  @JsonProperty private double gradientClipping;
  @JsonProperty private IWeightInit embeddingInit;

  /** For the deserializer. */
  LstmEncoder() {}

  private LstmEncoder(Builder builder) {
    super(builder);
    NetworkShape shape = builder.shape;
    this.nIn = shape.vocabularySize();
    this.nOut = shape.features();
    this.embeddingSize = shape.embeddingSize();
    this.units = shape.units().stream().mapToInt(Integer::intValue).toArray();
    this.bidirectional = shape.bidirectional();
    this.pooling = shape.pooling();
    this.embeddingMean = shape.embeddingMean();
    this.layerDropout = builder.layerDropout;
    this.gradientClipping = builder.gradientClipping;
    this.embeddingInit = builder.embeddingInit;
    initializeConstraints(builder);
  }

  /**
   * The name of a parameter of an LSTM.
   *
   * @param parameter W, RW or b, as with Deeplearning4j's LSTM
   * @param layer from 0
   */
  public static String key(String parameter, int layer, boolean backward) {
    return parameter + layer + (backward ? "B" : "");
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType dataType) {
    if (dataType != DataType.FLOAT) {
      throw new IllegalArgumentException(
          "the encoder computes with floats; the network's data type is " + dataType);
    }
    if (!conf.isMiniBatch()) {
      throw new IllegalArgumentException(
          "the encoder's gradients are those of the mean over a batch; miniBatch(false) asks for"
              + " those of the sum");
    }
    LstmEncoderLayer layer = new LstmEncoderLayer(conf, dataType);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return LstmEncoderParameters.INSTANCE;
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    return InputType.feedForward(nOut);
  }

  @Override
  public void setNIn(InputType inputType, boolean override) {
    // The size of the vocabulary; the input's type says nothing about it.
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
    return null;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    long parameters = initializer().numParams(this);
    return new LayerMemoryReport.Builder(
            layerName, LstmEncoder.class, inputType, InputType.feedForward(nOut))
        .standardMemory(parameters, getIUpdater().stateSize(parameters))
        .workingMemory(0, 0, 0, 0)
        .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
        .build();
  }

  /** The topology up to the features; there are no categories yet, which it counts as one. */
  NetworkShape shape() {
    List<Integer> layers = Arrays.stream(units).boxed().toList();
    int vocabulary = Math.toIntExact(nIn);
    return new NetworkShape(
        vocabulary, embeddingSize, layers, bidirectional, pooling, embeddingMean, 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LstmEncoder that
        && super.equals(that)
        && shape().equals(that.shape())
        && layerDropout == that.layerDropout
        && gradientClipping == that.gradientClipping
        && Objects.equals(embeddingInit, that.embeddingInit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), shape(), layerDropout, gradientClipping);
  }

  double layerDropout() {
    return layerDropout;
  }

  double gradientClipping() {
    return gradientClipping;
  }

  IWeightInit embeddingInit() {
    return embeddingInit == null ? getWeightInitFn() : embeddingInit;
  }

  /** Collects what an encoder is made of. */
  @SuppressWarnings("unchecked") // Deeplearning4j's build() returns any layer that it is asked for.
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {

    private final NetworkShape shape;
    private double layerDropout;
    private double gradientClipping;
    private IWeightInit embeddingInit;

    /**
     * Starts.
     *
     * @param shape the topology; its categories do not matter here
     */
    public Builder(NetworkShape shape) {
      this.shape = shape;
    }

    /** The share of the first LSTM layer's outputs that is dropped before the second. */
    public Builder layerDropout(double rate) {
      this.layerDropout = rate;
      return this;
    }

    /**
     * The L2 norm that the gradients of the embedding and of each LSTM are cut to, each on its own,
     * as {@link GradientNormalization#ClipL2PerLayer} does where they are layers; 0 for none. A
     * gradient normalization of the network comes after it, and takes the encoder for one layer;
     * {@link GradientNormalization#None} for this layer keeps it away.
     */
    public Builder gradientClipping(double norm) {
      this.gradientClipping = norm;
      return this;
    }

    /** What the embedding starts from, if it is not what the other weights start from. */
    public Builder embeddingInit(IWeightInit init) {
      this.embeddingInit = init;
      return this;
    }

    @Override
    public LstmEncoder build() {
      return new LstmEncoder(this);
    }
  }
}
