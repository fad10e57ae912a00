#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes an ONNX network of the weights that org.docket.benchmarks.WeightsFile writes.

  onnx_network.py WEIGHTS NETWORK

Inputs "ids" [batch x length], int64, and if the network has n-grams "ngrams" [batch x categories], float, their logits,
which are not computed here; output "scores" [batch x categories], logits. All texts of a batch are equally long. Needs
numpy and onnx.
"""
import sys

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper


class Weights:
    """Reads integers and matrices, one after the other."""

    def __init__(self, path):
        self.data, self.at = open(path, "rb").read(), 0

    def integer(self):
        return int(self.read(1, ">i4")[0])

    def matrix(self, *shape):
        return self.read(int(numpy.prod(shape)), ">f4").astype("float32").reshape(shape)

    def read(self, count, kind):
        values = numpy.frombuffer(self.data, kind, count, self.at)
        self.at += 4 * count
        return values


def onnx_gates(matrix):
    """Columns in the order i, f, g, o become rows in ONNX's order i, o, f, c; one direction."""
    i, f, g, o = numpy.split(matrix, 4, axis=-1)
    return numpy.concatenate([i, o, f, g], axis=-1).T[numpy.newaxis]


def network(weights):
    nodes, constants = [], []

    def constant(name, value):
        constants.append(numpy_helper.from_array(numpy.ascontiguousarray(value), name))
        return name

    def node(kind, inputs, outputs, **attributes):
        nodes.append(helper.make_node(kind, inputs, outputs, **attributes))
        return outputs[-1]

    vocabulary, width = weights.integer(), weights.integer()
    units = [weights.integer() for _ in range(weights.integer())]
    mean_max, embedding_mean, ngrams = (weights.integer() for _ in range(3))
    categories = weights.integer()

    # The recurrent operator wants time first; ids are a hundred times smaller to turn than vectors.
    ids = node("Transpose", ["ids"], ["turned"], perm=[1, 0])
    embedding = constant("embedding", weights.matrix(vocabulary, width))
    embedded = sequence = node("Gather", [embedding, ids], ["embedded"])
    embedding_width = width
    for layer, hidden in enumerate(units):
        name = f"layer{layer}"
        w = constant(name + ".W", onnx_gates(weights.matrix(width, 4 * hidden)))
        r = constant(name + ".R", onnx_gates(weights.matrix(hidden, 4 * hidden)))
        bias = onnx_gates(weights.matrix(4 * hidden)[numpy.newaxis])[:, :, 0]
        b = constant(name + ".B", numpy.concatenate([bias, numpy.zeros_like(bias)], axis=1))
        last = layer == len(units) - 1 and not mean_max
        outputs = ["", name + ".last"] if last else [name + ".all"]
        sequence = node("LSTM", [sequence, w, r, b], outputs, hidden_size=hidden)
        # Without the axis of directions: [length, 1, batch, H], or [1, batch, H] of the last step.
        axis = constant(name + ".axis", numpy.array([0 if last else 1], "int64"))
        sequence = node("Squeeze", [sequence, axis], [name + ".output"])
        width = hidden

    def pool(kind, values, name):
        return node(kind, [values], [name], axes=[0], keepdims=0)

    features = [pool("ReduceMean", sequence, "mean"), pool("ReduceMax", sequence, "max")] if mean_max else [sequence]
    width *= len(features)
    if embedding_mean:
        features.append(pool("ReduceMean", embedded, "embedded.mean"))
        width += embedding_width
    if ngrams:
        features.append("ngrams")
        width += categories
    joined = node("Concat", features, ["features"], axis=1) if len(features) > 1 else features[0]
    output = constant("output", weights.matrix(width, categories))
    node("Gemm", [joined, output, constant("output.bias", weights.matrix(categories))], ["scores"])
    if weights.at != len(weights.data):
        raise SystemExit("the weights file is longer than its header says")

    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "length"])]
    if ngrams:
        inputs.append(helper.make_tensor_value_info("ngrams", TensorProto.FLOAT, ["batch", categories]))
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", categories])
    graph = helper.make_graph(nodes, "docket", inputs, [scores], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    onnx.save(network(Weights(sys.argv[1])), sys.argv[2])
