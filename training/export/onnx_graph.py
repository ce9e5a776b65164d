"""The network as an ONNX graph that borrows its numbers from the bundle's own weights file.

ONNX Runtime needs the operations spelled out; `core.model.network` says the same to Keras. The
graph is a few kilobytes: each initialiser names a place in ``weights.safetensors`` instead of
holding a copy, so a bundle has its weights once. They stay float16 and in Keras's axis order there;
the casts and transpositions behind them are constants, which a runtime folds when it loads.

The operator set is an old one, so that the runtimes for DirectML and CoreML know it too.
"""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper

from core.model.card import Card
from core.model.weights import weight_places
from training.export.graph_writer import GraphWriter
from training.export.int8 import Int8

OPSET = 17
"""Operator set of the graph: known to every ONNX Runtime since 1.12."""

IR_VERSION = 8
"""Layout of the graph's file, of the same age."""

_SCALE = 1 / 127.5


def build_graph(card: Card, weights: bytes, *, int8: Int8 | None = None) -> bytes:
    """Write the network on `card` as ONNX.

    Parameters
    ----------
    card : Card
        Sizes, blocks and classes.
    weights : bytes
        Content of the weights file that the graph will lie beside.
    int8 : Int8, optional
        Which convolutions compute in int8; by default none.

    Returns
    -------
    bytes
        A model that takes ``image``, uint8 RGB (batch, height, width, 3), and gives float32
        ``logits`` (batch, classes), ``heat_maps`` (batch, classes, h, w) and ``embedding`` (batch,
        channels), each as `core.model.network.build_network` does.

    Raises
    ------
    KeyError
        If a weight that the network needs is not in the file.
    """
    writer = GraphWriter(weight_places(weights))
    _write_network(writer, card, int8)
    height, width, channels = card.preprocessing.shape
    image = helper.make_tensor_value_info(
        "image", TensorProto.UINT8, ["batch", height, width, channels]
    )
    graph = helper.make_graph(
        writer.nodes, "lentigo", [image], _outputs(card), initializer=writer.tensors
    )
    model = helper.make_model(
        graph,
        producer_name="lentigo",
        ir_version=IR_VERSION,
        opset_imports=[helper.make_opsetid("", OPSET)],
    )
    return bytes(model.SerializeToString(deterministic=True))


def _outputs(card: Card) -> list[onnx.ValueInfoProto]:
    blocks, classes = card.network.blocks, len(card.classes)
    height, width, _ = card.preprocessing.shape
    halvings = 2 ** (len(blocks) - 1)
    shapes: dict[str, list[str | int]] = {
        "logits": ["batch", classes],
        "heat_maps": ["batch", classes, height // halvings, width // halvings],
        "embedding": ["batch", blocks[-1][1]],
    }
    return [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in shapes.items()
    ]


def _write_network(writer: GraphWriter, card: Card, int8: Int8 | None) -> None:
    features, pooled = _write_backbone(writer, card, int8)
    hidden = pooled
    if card.network.hidden is not None:
        hidden = _write_dense(writer, pooled, "hidden", result="hidden/sum")
        hidden = writer.node("Relu", [hidden], "hidden/relu")
    _write_dense(writer, hidden, "logits", result="logits")
    gradient = _write_gradient(writer, hidden, two_layers=card.network.hidden is not None)
    _write_heat_maps(writer, features, gradient, card)


def _write_backbone(writer: GraphWriter, card: Card, int8: Int8 | None) -> tuple[str, str]:
    """Give the last convolution's activations, (batch, channels, h, w), and their average."""
    values = writer.node("Cast", ["image"], "image/float32", to=TensorProto.FLOAT)
    values = writer.node("Mul", [values, writer.number("scale", _SCALE)], "image/scaled")
    values = writer.node("Add", [values, writer.number("offset", -1.0)], "image/centred")
    values = writer.node("Transpose", [values], "image/planes", perm=[0, 3, 1, 2])
    features = values
    for block, (convolutions, _) in enumerate(card.network.blocks, start=1):
        for index in range(1, convolutions + 1):
            values = _write_convolution(writer, values, f"block{block}_conv{index}", int8)
        features = values
        values = writer.node(
            "MaxPool", [values], f"block{block}_pool", kernel_shape=[2, 2], strides=[2, 2]
        )
    average = writer.node("GlobalAveragePool", [values], "average")
    return features, writer.node("Flatten", [average], "embedding", axis=1)


def _write_convolution(writer: GraphWriter, values: str, name: str, int8: Int8 | None) -> str:
    kernel = writer.weight(f"{name}/kernel", order=[3, 2, 0, 1])
    bias = writer.weight(f"{name}/bias")
    if int8 is not None:
        kernel = int8.round_kernel(writer, kernel, name=name)
    convolved = writer.node(
        "Conv", [values, kernel, bias], name, kernel_shape=[3, 3], pads=[1, 1, 1, 1]
    )
    activations = writer.node("Relu", [convolved], f"{name}/relu")
    if int8 is None:
        return activations
    return int8.round_activations(writer, activations, name=name)


def _write_dense(writer: GraphWriter, values: str, name: str, *, result: str) -> str:
    return writer.node(
        "Gemm", [values, writer.weight(f"{name}/kernel"), writer.weight(f"{name}/bias")], result
    )


def _write_gradient(writer: GraphWriter, hidden: str, *, two_layers: bool) -> str:
    """Differentiate each logit by each pooled feature: see `core.explain.gradcam`."""
    kernel = writer.node("Transpose", ["logits/kernel/float32"], "gradient/logits", perm=[1, 0])
    axis = writer.integers("gradient/axis", [1 if two_layers else 0])
    if not two_layers:
        return writer.node("Unsqueeze", [kernel, axis], "gradient")
    positive = writer.node("Greater", [hidden, writer.number("zero", 0.0)], "gradient/positive")
    active = writer.node("Cast", [positive], "gradient/active", to=TensorProto.FLOAT)
    active = writer.node("Unsqueeze", [active, axis], "gradient/places")
    weights = writer.node("Mul", [active, kernel], "gradient/hidden")
    first = writer.node("Transpose", ["hidden/kernel/float32"], "gradient/first", perm=[1, 0])
    return writer.node("MatMul", [weights, first], "gradient")


def _write_heat_maps(writer: GraphWriter, features: str, gradient: str, card: Card) -> None:
    height, width, _ = card.preprocessing.shape
    halvings = 2 ** (len(card.network.blocks) - 1)
    rows, columns = height // halvings, width // halvings
    flat = writer.integers("places/shape", [0, 0, rows * columns])
    places = writer.node("Reshape", [features, flat], "places")
    sums = writer.node("MatMul", [gradient, places], "heat_maps/sums")
    count = writer.number("places/count", 1 / (rows * columns))
    means = writer.node("Mul", [sums, count], "heat_maps/means")
    shape = writer.integers("heat_maps/shape", [0, 0, rows, columns])
    writer.node("Reshape", [means, shape], "heat_maps")
