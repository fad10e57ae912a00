/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.docket.training.config.Layers;
import org.docket.training.config.LearningRateSchedule;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.BatchPlan;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.dl4j.LstmEncoder;
import org.docket.training.dl4j.ParallelAdam;
import org.docket.training.dl4j.SoftmaxOutput;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.CycleSchedule;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * The networks of a {@link NetworkShape} as Deeplearning4j's computation graphs.
 *
 * <p>A backward layer is an LSTM between two reversals of the sequence, and not Deeplearning4j's
 * {@code Bidirectional}: the last step of that one, as the features of a text, would be the
 * backward layer's first.
 */
final class NetworkBuilder {

  static final String INPUT = "ids";
  static final String ENCODER = "encoder";
  static final String EMBEDDING = "embedding";
  static final String OUTPUT = "output";

  private static final String FEATURES = "features";

  /** As in PyTorch trials on the CFPB data; Xavier would start 2 million weights near zero. */
  private static final double EMBEDDING_DEVIATION = 0.1;

  private final NetworkShape shape;
  private final TrainingConfig config;
  private final GraphBuilder graph;

  private NetworkBuilder(NetworkShape shape, TrainingConfig config, GraphBuilder graph) {
    this.shape = shape;
    this.config = config;
    this.graph = graph;
  }

  /**
   * Makes a network with fresh weights, drawn by the seed of the configuration.
   *
   * @param steps of the whole training, which the learning-rate schedule is laid out for
   * @param classWeights one per category
   */
  static ComputationGraph build(
      NetworkShape shape, TrainingConfig config, int steps, double[] classWeights) {
    OptimizationConfig optimization = config.optimization();
    double clip = optimization.gradientClipping();
    ISchedule schedule = schedule(optimization, steps);
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed(optimization))
            .dataType(DataType.FLOAT)
            .weightInit(WeightInit.XAVIER)
            .updater(
                optimization.layers() == Layers.FAST
                    ? new ParallelAdam(schedule)
                    : new Adam(schedule))
            .gradientNormalization(
                clip > 0 ? GradientNormalization.ClipL2PerLayer : GradientNormalization.None)
            .gradientNormalizationThreshold(clip > 0 ? clip : 1)
            .graphBuilder()
            .addInputs(INPUT);
    NetworkBuilder builder = new NetworkBuilder(shape, config, graph);
    builder.addLayers(classWeights);
    ComputationGraph network = new ComputationGraph(graph.setOutputs(OUTPUT).build());
    network.init();
    return network;
  }

  /**
   * Makes a network to be trained on a corpus.
   *
   * @param epochs of the whole training, which the learning-rate schedule is laid out for
   */
  static ComputationGraph build(EncodedCorpus corpus, TrainingConfig config, int epochs) {
    NetworkShape shape =
        config.network().shape(corpus.vocabulary().size(), corpus.categories().size());
    int steps =
        epochs * BatchPlan.count(corpus.training().size(), config.optimization().batchSize());
    return build(shape, config, steps, corpus.classWeights(config.regularization().classWeights()));
  }

  /** ND4J takes the seed 0 for none, and draws from the time; no other seed is this one. */
  private static long seed(OptimizationConfig optimization) {
    return optimization.seed() == 0 ? 1L << 40 : optimization.seed();
  }

  /** The name of an LSTM layer. */
  static String lstm(int layer, boolean backward) {
    return (backward ? "backward" : "forward") + layer;
  }

  private void addLayers(double[] classWeights) {
    if (config.optimization().layers() == Layers.FAST) {
      addEncoder();
    } else {
      addStockLayers();
    }
    addOutput(classWeights);
  }

  private void addEncoder() {
    OptimizationConfig optimization = config.optimization();
    graph.addLayer(
        ENCODER,
        new LstmEncoder.Builder(shape)
            .layerDropout(config.regularization().layerDropout())
            .gradientNormalization(GradientNormalization.None)
            .gradientClipping(optimization.gradientClipping())
            .embeddingInit(
                new WeightInitDistribution(new NormalDistribution(0, EMBEDDING_DEVIATION)))
            .build(),
        INPUT);
  }

  private void addStockLayers() {
    graph.addLayer(
        EMBEDDING,
        new EmbeddingSequenceLayer.Builder()
            .nIn(shape.vocabularySize())
            .nOut(shape.embeddingSize())
            .hasBias(false)
            .weightInit(new NormalDistribution(0, EMBEDDING_DEVIATION))
            .build(),
        INPUT);
    String input = EMBEDDING;
    for (int layer = 0; layer < shape.units().size(); layer++) {
      input = addLstm(layer, input);
    }
    List<String> features =
        new ArrayList<>(shape.pooling() == Pooling.LAST ? last() : pooled(input));
    if (shape.embeddingMean()) {
      features.add(pool("embeddingMean", PoolingType.AVG, EMBEDDING));
    }
    graph.addVertex(FEATURES, new MergeVertex(), features.toArray(String[]::new));
  }

  /** Adds a layer, in one or two directions, and returns the name of its output. */
  private String addLstm(int layer, String input) {
    addDirection(layer, false, input);
    if (!shape.bidirectional()) {
      return lstm(layer, false);
    }
    String reversed = "reversed" + layer;
    String restored = "restored" + layer;
    String both = "both" + layer;
    graph.addVertex(reversed, new ReverseTimeSeriesVertex(INPUT), input);
    addDirection(layer, true, reversed);
    if (layer == shape.units().size() - 1 && shape.pooling() == Pooling.LAST) {
      return lstm(layer, true); // Only its last step is used, in the order that it was made in.
    }
    graph.addVertex(restored, new ReverseTimeSeriesVertex(INPUT), lstm(layer, true));
    graph.addVertex(both, new MergeVertex(), lstm(layer, false), restored);
    return both;
  }

  private void addDirection(int layer, boolean backward, String input) {
    LSTM.Builder lstm =
        new LSTM.Builder()
            .nIn(shape.inputSize(layer))
            .nOut(shape.units().get(layer))
            .activation(Activation.TANH);
    double dropout = config.regularization().layerDropout();
    if (layer > 0 && dropout > 0) {
      lstm.dropOut(1 - dropout);
    }
    graph.addLayer(lstm(layer, backward), lstm.build(), input);
  }

  private List<String> last() {
    int top = shape.units().size() - 1;
    List<String> names = new ArrayList<>();
    for (int direction = 0; direction < shape.directions(); direction++) {
      String lstm = lstm(top, direction == 1);
      graph.addVertex(lstm + "Last", new LastTimeStepVertex(INPUT), lstm);
      names.add(lstm + "Last");
    }
    return names;
  }

  private List<String> pooled(String top) {
    return List.of(pool("mean", PoolingType.AVG, top), pool("max", PoolingType.MAX, top));
  }

  private String pool(String name, PoolingType type, String input) {
    graph.addLayer(name, new GlobalPoolingLayer.Builder(type).build(), input);
    return name;
  }

  private void addOutput(double[] classWeights) {
    boolean fast = config.optimization().layers() == Layers.FAST;
    LossMCXENT loss = new LossMCXENT(Nd4j.createFromArray(classWeights).castTo(DataType.FLOAT));
    OutputLayer.Builder output =
        fast
            ? new SoftmaxOutput.Builder(loss)
            : new OutputLayer.Builder(loss).activation(Activation.SOFTMAX);
    output.nIn(shape.features()).nOut(shape.categories());
    double dropout = config.regularization().featureDropout();
    if (dropout > 0) {
      output.dropOut(1 - dropout);
    }
    graph.addLayer(OUTPUT, output.build(), fast ? ENCODER : FEATURES);
  }

  /**
   * The cycle: warm-up from a tenth of the rate to the rate, decay back, and in the last tenth of
   * the steps a hundredth less with each.
   */
  private static ISchedule schedule(OptimizationConfig optimization, int steps) {
    double rate = optimization.learningRate();
    if (optimization.schedule() == LearningRateSchedule.CONSTANT || steps < 20) {
      return new FixedSchedule(rate);
    }
    return new CycleSchedule(ScheduleType.ITERATION, rate / 10, rate, steps, steps / 10, 0.99);
  }
}
