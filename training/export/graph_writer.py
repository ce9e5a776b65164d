"""Nodes, numbers and borrowed weights of an ONNX graph, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from core.model.bundle_files import WEIGHTS
from core.model.weights import WeightPlace


class GraphWriter:
    """Nodes and tensors so far. Each node is named after its one result."""

    def __init__(self, places: dict[str, WeightPlace]) -> None:
        self._places = places
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: list[onnx.TensorProto] = []

    def node(
        self, operator: str, inputs: Iterable[str], result: str, **attributes: int | Sequence[int]
    ) -> str:
        """Add a node; return its result's name."""
        node = helper.make_node(operator, list(inputs), [result], name=result)
        node.attribute.extend(helper.make_attribute(key, attributes[key]) for key in attributes)
        self.nodes.append(node)
        return result

    def number(self, name: str, value: float) -> str:
        """Add a float32 scalar."""
        self.tensors.append(helper.make_tensor(name, TensorProto.FLOAT, [], [value]))
        return name

    def scales(self, name: str, values: NDArray[np.float32]) -> str:
        """Add a vector of float32."""
        self.tensors.append(helper.make_tensor(name, TensorProto.FLOAT, values.shape, values))
        return name

    def zeros(self, name: str, *, count: int | None, signed: bool) -> str:
        """Add zeros of 8 bits: a scalar, or a vector of so many."""
        kind = TensorProto.INT8 if signed else TensorProto.UINT8
        shape = [] if count is None else [count]
        self.tensors.append(helper.make_tensor(name, kind, shape, [0] * (count or 1)))
        return name

    def integers(self, name: str, values: Sequence[int]) -> str:
        """Add a vector of int64, such as a shape."""
        self.tensors.append(helper.make_tensor(name, TensorProto.INT64, [len(values)], values))
        return name

    def weight(self, name: str, *, order: Sequence[int] | None = None) -> str:
        """Add an array of the weights file; return its float32 form, its axes in `order`."""
        self.tensors.append(_external(name, self._places[name]))
        stored = name
        if order is not None:
            # Before the cast: half the bytes to move, once, when a runtime loads the graph.
            stored = self.node("Transpose", [name], f"{name}/ordered", perm=order)
        return self.node("Cast", [stored], f"{name}/float32", to=TensorProto.FLOAT)


def _external(name: str, place: WeightPlace) -> onnx.TensorProto:
    tensor = TensorProto(
        name=name,
        dims=place.shape,
        data_type=TensorProto.FLOAT16,
        data_location=TensorProto.EXTERNAL,
    )
    facts = {"location": WEIGHTS, "offset": place.offset, "length": place.length}
    for key, value in facts.items():
        tensor.external_data.add(key=key, value=str(value))
    return tensor
