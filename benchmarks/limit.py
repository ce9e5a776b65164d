"""How fast this processor could answer if it did nothing but the network's sums."""

from __future__ import annotations

import math
import os
from collections.abc import Callable

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # as in core.engine.onnx_runtime

import numpy as np
import onnx
import onnxruntime
import tensorflow as tf
from onnx import helper

from training.export.onnx_graph import IR_VERSION, OPSET

SIDE = 1536
"""Of the matrices: one product costs about as much as one analysis."""


def products() -> dict[str, Callable[[], object]]:
    """Build ways of multiplying two float32 matrices, of which the fastest is the yardstick."""
    generator = np.random.default_rng(0)
    left, right = generator.random((2, SIDE, SIDE), dtype=np.float32)
    tensors = tf.constant(left), tf.constant(right)
    session = _product_session()
    return {
        "a matrix product in NumPy": lambda: left @ right,
        "a matrix product in TensorFlow": lambda: tf.linalg.matmul(*tensors).numpy(),
        "a matrix product in ONNX Runtime": lambda: session.run(None, {"a": left, "b": right}),
    }


def _product_session() -> onnxruntime.InferenceSession:
    values = [
        helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [SIDE, SIDE]) for name in "abc"
    ]
    node = helper.make_node("MatMul", ["a", "b"], ["c"])
    graph = helper.make_graph([node], "product", values[:2], values[2:])
    model = helper.make_model(
        graph, ir_version=IR_VERSION, opset_imports=[helper.make_opsetid("", OPSET)]
    )
    return onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )


def product_operations() -> int:
    """Floating-point operations of one such product: an addition and a multiplication count two."""
    return 2 * SIDE**3


def operations(graph: bytes) -> int:
    """Count the floating-point operations that one image needs.

    Parameters
    ----------
    graph : bytes
        The network in ONNX, from a bundle.

    Returns
    -------
    int
        Of convolutions, dense layers and heat maps, padding included; activations and pooling are
        a thousandth of that and left out.
    """
    model = onnx.load_model_from_string(graph)
    for value in (*model.graph.input, *model.graph.output):
        value.type.tensor_type.shape.dim[0].dim_value = 1
    shapes = _shapes(onnx.shape_inference.infer_shapes(model).graph)
    return sum(2 * _multiplications(node, shapes) for node in model.graph.node)


def _shapes(graph: onnx.GraphProto) -> dict[str, tuple[int, ...]]:
    values = (*graph.input, *graph.value_info, *graph.output)
    shapes = {
        value.name: tuple(dim.dim_value for dim in value.type.tensor_type.shape.dim)
        for value in values
    }
    return shapes | {tensor.name: tuple(tensor.dims) for tensor in graph.initializer}


def _multiplications(node: onnx.NodeProto, shapes: dict[str, tuple[int, ...]]) -> int:
    results = math.prod(shapes[node.output[0]])
    match node.op_type:
        case "Conv":
            return results * math.prod(shapes[node.input[1]][1:])
        case "Gemm" | "MatMul":
            return results * shapes[node.input[0]][-1]
        case _:
            return 0
