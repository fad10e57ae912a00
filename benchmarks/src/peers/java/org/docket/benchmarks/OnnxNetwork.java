/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session of ONNX Runtime on the CPU, for use by many threads at once. */
final class OnnxNetwork implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /**
   * Opens a file.
   *
   * @param threads that work on one call together
   */
  OnnxNetwork(String file, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      this.session = environment.createSession(file, options);
    }
  }

  OnnxBatches batches(MeasuredNetwork network, int size) throws OrtException {
    return new OnnxBatches(environment, network, size);
  }

  /** The logits of a batch. */
  float[][] run(Map<String, OnnxTensor> input) throws OrtException {
    try (OrtSession.Result result = session.run(input)) {
      return (float[][]) result.get(0).getValue();
    }
  }

  /** The logits of all documents, in order. */
  float[][] logits(OnnxBatches batches) throws OrtException {
    List<float[]> logits = new ArrayList<>();
    for (Map<String, OnnxTensor> input : batches.all()) {
      logits.addAll(List.of(run(input)));
    }
    return logits.toArray(float[][]::new);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
