#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes an ONNX network of the weights that org.docket.benchmarks.WeightsFile writes.

  onnx_network.py WEIGHTS NETWORK

Input "ids" [batch x length], int64; output "scores" [batch x categories], logits. Needs numpy and onnx.
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
    categories = weights.integer()

    # The recurrent operator wants time first; ids are a hundred times smaller to turn than vectors.
    ids = node("Transpose", ["ids"], ["turned"], perm=[1, 0])
    embedding = constant("embedding", weights.matrix(vocabulary, width))
    sequence = node("Gather", [embedding, ids], ["embedded"])
    for layer, hidden in enumerate(units):
        name = f"layer{layer}"
        w = constant(name + ".W", onnx_gates(weights.matrix(width, 4 * hidden)))
        r = constant(name + ".R", onnx_gates(weights.matrix(hidden, 4 * hidden)))
        bias = onnx_gates(weights.matrix(4 * hidden)[numpy.newaxis])[:, :, 0]
        b = constant(name + ".B", numpy.concatenate([bias, numpy.zeros_like(bias)], axis=1))
        last = layer == len(units) - 1
        outputs = ["", name + ".last"] if last else [name + ".all"]
        sequence = node("LSTM", [sequence, w, r, b], outputs, hidden_size=hidden)
        # Without the axis of directions: [length, 1, batch, H], or [1, batch, H] of the last step.
        axis = constant(name + ".axis", numpy.array([0 if last else 1], "int64"))
        sequence = node("Squeeze", [sequence, axis], [name + ".output"])
        width = hidden
    output = constant("output", weights.matrix(width, categories))
    node("Gemm", [sequence, output, constant("output.bias", weights.matrix(categories))], ["scores"])
    if weights.at != len(weights.data):
        raise SystemExit("the weights file is longer than its header says")

    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "length"])
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", categories])
    graph = helper.make_graph(nodes, "docket", [ids], [scores], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    onnx.save(network(Weights(sys.argv[1])), sys.argv[2])
