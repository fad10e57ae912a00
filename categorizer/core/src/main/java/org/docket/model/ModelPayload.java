/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.docket.profile.Profile;
import org.docket.text.AnalysisSpec;
import org.docket.vocabulary.Vocabulary;

/**
 * The order of a model's parts in the payload of {@link ModelStream}.
 *
 * <pre>
 * text      language
 * map       provenance           count, then key and value of each, sorted by key
 * analysis  int chain (since version 3, before it is 1), flag stripHtml, flag normalizeRedactions,
 *           flag normalizeAmounts, int maxTokenLength, int maxTokens, int maxChars, texts stopWords
 * texts     categories
 * floats    priors
 * floats    temperature          one
 * profile   flag, whether there is one, and if so: floats minimum coverage and mean confidence, int
 *           documents, ints predicted (since version 2)
 * texts     vocabulary           without the unknown token, which has id 0
 * shape     int embedding size, int layers, int units of each, flag bidirectional,
 *           int pooling (0 last, 1 mean and maximum), flag embedding mean, flag n-grams (since
 *           version 4)
 * matrix    embedding
 * layers    forward, then backward: matrix input, matrix recurrent, floats bias of each
 * matrix    output
 * floats    output bias
 * n-grams   if the shape has them: int documents, ints document frequencies, ints first token and
 *           ints second token of the bigrams, bytes weights, floats scales
 *
 * int       4 bytes, little-endian        flag    1 byte, 0 or 1
 * text      int bytes, UTF-8              texts   int count, then each
 * floats    int count, then 4 bytes each  matrix  int rows, int columns, floats
 * ints      int count, then each          bytes   int count, then each
 * </pre>
 */
final class ModelPayload {

  private static final List<Pooling> POOLINGS = List.of(Pooling.LAST, Pooling.MEAN_MAX);

  /** The first version with a profile. */
  private static final int PROFILED = 2;

  /** The first version that says which version of the analysis chain a model has. */
  private static final int CHAINED = 3;

  /** The first version that may have n-grams. */
  private static final int WITH_NGRAMS = 4;

  private ModelPayload() {}

  /** The version of the format that says all that there is to say of a model. */
  static int version(CategorizerModel model) {
    if (model.network().shape().ngrams()) {
      return WITH_NGRAMS;
    }
    return model.analysis().chain() == 1 ? PROFILED : CHAINED;
  }

  /**
   * Writes a payload in its {@link #version}, without ever holding it.
   *
   * @return how many bytes it has
   */
  static long write(CategorizerModel model, OutputStream stream) throws IOException {
    PayloadWriter out = new PayloadWriter(stream);
    out.text(model.language());
    out.map(model.provenance());
    if (version(model) >= CHAINED) {
      out.integer(model.analysis().chain());
    }
    write(model.analysis(), out);
    out.texts(model.categories());
    out.floats(model.priors());
    out.floats(new float[] {model.temperature()});
    write(model.profile(), out);
    out.texts(model.vocabulary().tokens());
    write(model.network(), version(model), out);
    out.flush();
    return out.flushed();
  }

  /**
   * Reads a payload.
   *
   * @param version of the format that it was written in
   */
  static CategorizerModel read(PayloadReader in, int version) throws IOException {
    try {
      CategorizerModel model = readParts(in, version);
      in.requireEnd();
      return model;
    } catch (IllegalArgumentException e) {
      // The parts check themselves and each other when they are built.
      throw new ModelFormatException(e.getMessage(), e);
    }
  }

  private static CategorizerModel readParts(PayloadReader in, int version) throws IOException {
    String language = in.text();
    SortedMap<String, String> provenance = in.map();
    AnalysisSpec analysis = readAnalysis(in, version < CHAINED ? 1 : in.integer());
    List<String> categories = in.texts();
    float[] priors = in.floats();
    float[] temperature = in.floats();
    if (temperature.length != 1) {
      throw new ModelFormatException("there are " + temperature.length + " temperatures, not one");
    }
    Optional<Profile> profile = version < PROFILED ? Optional.empty() : readProfile(in);
    Vocabulary vocabulary = Vocabulary.of(in.texts());
    NetworkWeights network = readNetwork(in, version, vocabulary.size(), categories.size());
    return new CategorizerModel(
        language,
        analysis,
        vocabulary,
        categories,
        priors,
        network,
        temperature[0],
        provenance,
        profile);
  }

  private static void write(Optional<Profile> profile, PayloadWriter out) throws IOException {
    out.flag(profile.isPresent());
    if (profile.isPresent()) {
      out.floats(new float[] {profile.get().minCoverage(), profile.get().meanConfidence()});
      out.integer(profile.get().documents());
      out.integers(profile.get().predicted());
    }
  }

  private static Optional<Profile> readProfile(PayloadReader in) throws IOException {
    if (!in.flag()) {
      return Optional.empty();
    }
    float[] shares = in.floats();
    if (shares.length != 2) {
      throw new ModelFormatException("a profile has " + shares.length + " shares, not two");
    }
    return Optional.of(new Profile(shares[0], in.integer(), in.integers(), shares[1]));
  }

  private static void write(AnalysisSpec analysis, PayloadWriter out) throws IOException {
    out.flag(analysis.stripHtml());
    out.flag(analysis.normalizeRedactions());
    out.flag(analysis.normalizeAmounts());
    out.integer(analysis.maxTokenLength());
    out.integer(analysis.maxTokens());
    out.integer(analysis.maxChars());
    out.texts(analysis.stopWords());
  }

  private static AnalysisSpec readAnalysis(PayloadReader in, int chain) throws IOException {
    return new AnalysisSpec(
        chain,
        in.flag(),
        in.flag(),
        in.flag(),
        in.integer(),
        in.integer(),
        in.integer(),
        in.texts());
  }

  private static void write(NetworkWeights network, int version, PayloadWriter out)
      throws IOException {
    NetworkShape shape = network.shape();
    out.integer(shape.embeddingSize());
    out.integer(shape.units().size());
    for (int units : shape.units()) {
      out.integer(units);
    }
    out.flag(shape.bidirectional());
    out.integer(POOLINGS.indexOf(shape.pooling()));
    out.flag(shape.embeddingMean());
    if (version >= WITH_NGRAMS) {
      out.flag(shape.ngrams());
    }
    out.matrix(network.embedding());
    write(network.forward(), out);
    write(network.backward(), out);
    out.matrix(network.output());
    out.floats(network.outputBias());
    if (network.ngrams().isPresent()) {
      write(network.ngrams().get(), out);
    }
  }

  private static NetworkWeights readNetwork(
      PayloadReader in, int version, int vocabularySize, int categories) throws IOException {
    NetworkShape shape = readShape(in, version, vocabularySize, categories);
    int layers = shape.units().size();
    return new NetworkWeights(
        shape,
        in.matrix(),
        readLayers(in, layers),
        readLayers(in, shape.bidirectional() ? layers : 0),
        in.matrix(),
        in.floats(),
        shape.ngrams() ? Optional.of(readNgrams(in)) : Optional.empty());
  }

  private static void write(NgramWeights ngrams, PayloadWriter out) throws IOException {
    out.integer(ngrams.documents());
    out.integers(ngrams.documentFrequencies());
    out.integers(ngrams.first());
    out.integers(ngrams.second());
    out.bytes(ngrams.weights());
    out.floats(ngrams.scales());
  }

  private static NgramWeights readNgrams(PayloadReader in) throws IOException {
    return new NgramWeights(
        in.integer(),
        in.integerArray(),
        in.integerArray(),
        in.integerArray(),
        in.bytes(),
        in.floats());
  }

  private static NetworkShape readShape(
      PayloadReader in, int version, int vocabularySize, int categories) throws IOException {
    int embeddingSize = in.integer();
    int layers = in.integer();
    if (layers < 1 || layers > 2) {
      throw new ModelFormatException("there must be 1 or 2 LSTM layers, but are " + layers);
    }
    List<Integer> units = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      units.add(in.integer());
    }
    boolean bidirectional = in.flag();
    Pooling pooling = readPooling(in.integer());
    boolean embeddingMean = in.flag();
    boolean ngrams = version >= WITH_NGRAMS && in.flag();
    return new NetworkShape(
        vocabularySize,
        embeddingSize,
        units,
        bidirectional,
        pooling,
        embeddingMean,
        ngrams,
        categories);
  }

  private static Pooling readPooling(int code) throws ModelFormatException {
    if (code < 0 || code >= POOLINGS.size()) {
      throw new ModelFormatException("the pooling is " + code + ", which is not known here");
    }
    return POOLINGS.get(code);
  }

  private static void write(List<LstmWeights> layers, PayloadWriter out) throws IOException {
    for (LstmWeights layer : layers) {
      out.matrix(layer.input());
      out.matrix(layer.recurrent());
      out.floats(layer.bias());
    }
  }

  private static List<LstmWeights> readLayers(PayloadReader in, int count) throws IOException {
    List<LstmWeights> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      layers.add(new LstmWeights(in.matrix(), in.matrix(), in.floats()));
    }
    return layers;
  }
}
