/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import org.docket.error.DocketException;

/**
 * A pretrained sentence encoder of the BERT kind, which lies on the class path as an ONNX file with
 * its vocabulary. A vector is the mean of the last layer over all pieces, and beside it the first
 * piece's. Safe for use by many threads, each of which does the work of its own call: the same
 * texts in the same batch give the same vectors, on however many threads.
 */
public final class SentenceEncoder implements Closeable {

  /** What all-MiniLM-L6-v2 was trained on, of longer texts the beginning. */
  private static final int PIECES = 256;

  private static final String OUTPUT = "last_hidden_state";

  private final String name;
  private final Wordpieces wordpieces;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private SentenceEncoder(
      String name, Wordpieces wordpieces, OrtEnvironment environment, OrtSession session) {
    this.name = name;
    this.wordpieces = wordpieces;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Loads an encoder.
   *
   * @param name of its files on the class path, such as all-minilm-l6-v2-q
   * @throws DocketException if it is not there, or ONNX Runtime cannot run here
   */
  public static SentenceEncoder load(String name) {
    try (InputStream network = resource("/" + name + ".onnx");
        InputStream vocabulary = resource("/" + name + "-tokenizer.json")) {
      Wordpieces wordpieces = Wordpieces.read(vocabulary, PIECES);
      OrtEnvironment environment = environment();
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new SentenceEncoder(
          name,
          wordpieces,
          environment,
          environment.createSession(network.readAllBytes(), options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new DocketException("the sentence encoder " + name + " cannot be loaded: " + e, e);
    }
  }

  private static InputStream resource(String file) {
    InputStream in = SentenceEncoder.class.getResourceAsStream(file);
    if (in == null) {
      throw new DocketException(
          "the sentence encoder's " + file.substring(1) + " is not on the class path");
    }
    return in;
  }

  private static OrtEnvironment environment() {
    CommandLineLength.requireShort();
    try {
      return OrtEnvironment.getEnvironment();
    } catch (LinkageError | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new DocketException(
          "ONNX Runtime, which --teacher needs, cannot be loaded: "
              + cause.getMessage()
              + "; it unpacks a library of the system's into java.io.tmpdir"
              + " (DOCKET_JAVA_OPTS=-Djava.io.tmpdir=FOLDER)",
          e);
    }
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The ids of a text's word pieces, as {@link #embed} takes them. */
  public int[] pieces(String text) {
    return wordpieces.of(text);
  }

  /** The vectors of texts, all in one call of the network. */
  public float[][] embed(int[][] texts) {
    int longest = 0;
    for (int[] text : texts) {
      longest = Math.max(longest, text.length);
    }
    long[] ids = new long[texts.length * longest];
    long[] mask = new long[ids.length];
    for (int row = 0; row < texts.length; row++) {
      for (int i = 0; i < texts[row].length; i++) {
        ids[row * longest + i] = texts[row][i];
        mask[row * longest + i] = 1;
      }
    }
    long[] shape = {texts.length, longest};
    try (OnnxTensor input = tensor(ids, shape);
        OnnxTensor attention = tensor(mask, shape);
        OnnxTensor types = tensor(new long[ids.length], shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types))) {
      OnnxTensor hidden = (OnnxTensor) result.get(OUTPUT).orElseThrow();
      return pool(hidden.getFloatBuffer(), texts, longest);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private static float[][] pool(FloatBuffer hidden, int[][] texts, int longest) {
    int size = hidden.remaining() / (texts.length * longest);
    float[][] vectors = new float[texts.length][2 * size];
    float[] piece = new float[size];
    for (int row = 0; row < texts.length; row++) {
      float[] vector = vectors[row];
      int pieces = texts[row].length;
      for (int i = 0; i < pieces; i++) {
        hidden.get((row * longest + i) * size, piece);
        for (int j = 0; j < size; j++) {
          vector[j] += piece[j];
        }
        if (i == 0) {
          System.arraycopy(piece, 0, vector, size, size);
        }
      }
      for (int j = 0; j < size; j++) {
        vector[j] /= pieces;
      }
    }
    return vectors;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot be closed: " + e.getMessage(), e);
    }
  }
}
