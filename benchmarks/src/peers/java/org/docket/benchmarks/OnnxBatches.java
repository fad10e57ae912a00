/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents of a {@link MeasuredNetwork} as inputs of a session, which take turns. */
final class OnnxBatches implements AutoCloseable {

  private final List<OnnxTensor> tensors = new ArrayList<>();
  private final List<Map<String, OnnxTensor>> inputs = new ArrayList<>();

  OnnxBatches(OrtEnvironment environment, MeasuredNetwork network, int size) throws OrtException {
    for (int[][] batch : network.batches(size)) {
      Map<String, OnnxTensor> input = new HashMap<>();
      input.put("ids", OnnxTensor.createTensor(environment, wide(batch)));
      float[][] ngrams = network.ngramLogits(batch);
      if (ngrams.length > 0) {
        input.put("ngrams", OnnxTensor.createTensor(environment, ngrams));
      }
      tensors.addAll(input.values());
      inputs.add(input);
    }
  }

  Map<String, OnnxTensor> get(Turn turn) {
    return inputs.get(turn.next(inputs.size()));
  }

  Map<String, OnnxTensor> first() {
    return inputs.get(0);
  }

  List<Map<String, OnnxTensor>> all() {
    return inputs;
  }

  @Override
  public void close() {
    tensors.forEach(OnnxTensor::close);
  }

  private static long[][] wide(int[][] batch) {
    long[][] ids = new long[batch.length][];
    for (int i = 0; i < batch.length; i++) {
      ids[i] = java.util.Arrays.stream(batch[i]).asLongStream().toArray();
    }
    return ids;
  }
}
