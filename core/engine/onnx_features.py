"""The last convolution's activations from a graph that keeps them to itself.

Older bundles' graphs, and today's, name only answers as outputs. Serialised protocol buffers are
merged by writing one behind the other [1]_, so a few bytes behind the graph name one output more;
the graph need not be read or rewritten, and the package ``onnx`` is not needed.

References
----------
.. [1] Protocol Buffers, "Encoding: Last One Wins",
   https://protobuf.dev/programming-guides/encoding/#last-one-wins
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.engine.onnx_runtime import FAILURES, open_session
from core.errors import InferenceError
from core.language import say
from core.model.bundle import Bundle

_CPU: Final = "CPUExecutionProvider"
# Field numbers of onnx.proto, and float32 as an element type.
_MODEL_GRAPH, _GRAPH_OUTPUT = 7, 12
_VALUE_NAME, _VALUE_TYPE, _TYPE_TENSOR, _TENSOR_ELEMENT, _FLOAT = 1, 2, 1, 1, 1
_LENGTH_DELIMITED: Final = 2


class OnnxFeatures:
    """A bundle's network up to its last convolution, in ONNX Runtime on the CPU.

    Parameters
    ----------
    bundle : Bundle
        The verified model.

    Raises
    ------
    BundleUnsupported
        If it has no graph.
    InferenceError
        If the graph does not have its card's last convolution.
    """

    def __init__(self, bundle: Bundle) -> None:
        self._output = f"{bundle.card.network.last_convolution}/relu"
        try:
            self._session = open_session(with_output(bundle, self._output), _CPU)
        except FAILURES as error:
            raise _failed(error) from error

    def __call__(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Compute activations, (batch, rows, columns, channels), of pixels as `Runtime.run` takes.

        Raises
        ------
        InferenceError
            If the runtime fails.
        """
        try:
            (found,) = self._session.run([self._output], {"image": pixels})
        except FAILURES as error:
            raise _failed(error) from error
        return np.moveaxis(np.asarray(found, np.float32), 1, -1)


def with_output(bundle: Bundle, name: str) -> Bundle:
    """Return the bundle with a graph that has one float32 output more."""
    if bundle.graph is None:
        return bundle
    tensor = _field(_TYPE_TENSOR, bytes((_TENSOR_ELEMENT << 3, _FLOAT)))
    value = _field(_VALUE_NAME, name.encode("ascii")) + _field(_VALUE_TYPE, tensor)
    more = _field(_MODEL_GRAPH, _field(_GRAPH_OUTPUT, value))
    return replace(bundle, graph=bundle.graph + more)


def _field(number: int, content: bytes) -> bytes:
    """Encode a field of bytes; names here are short, so that one byte holds the length."""
    if len(content) > 127:
        raise ValueError(f"{len(content)} bytes need a longer length.")
    return bytes((number << 3 | _LENGTH_DELIMITED, len(content))) + content


def _failed(error: Exception) -> InferenceError:
    return InferenceError(
        say(
            "ONNX Runtime could not show what the network sees; choose TensorFlow. It says: "
            "{error}",
            error=error,
        ),
        value=type(error).__name__,
    )
