"""Convolutions in int8: which, and over which ranges.

The graph borrows the float16 weights like the other one; the rounding to int8 is an operation on
constants, which a runtime folds when it loads. The first convolution, with three channels, gains
nothing, and the last one's activations are what heat maps weigh: both stay in float32.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.export.graph_writer import GraphWriter

_SIGNED: Final = 127
_UNSIGNED: Final = 255


@dataclass(frozen=True, slots=True, eq=False)
class Int8:
    """How the convolutions between the first and the last are rounded [1]_.

    Parameters
    ----------
    highest : mapping of str to float
        Of each convolution but the last, by its name: the largest activation that was seen.
        Activations are not negative, so this is their range.
    kernels : mapping of str to ndarray of float32
        The weights of each that is rounded, (height, width, channels, filters).

    References
    ----------
    .. [1] Jacob et al., "Quantization and Training of Neural Networks for Efficient
       Integer-Arithmetic-Only Inference", CVPR 2018, doi:10.1109/CVPR.2018.00286.
    """

    highest: Mapping[str, float]
    kernels: Mapping[str, NDArray[np.float32]]

    @classmethod
    def of(cls, highest: Mapping[str, float], weights: Mapping[str, NDArray[np.float32]]) -> Int8:
        """Round the weights of all convolutions in `highest` but the first.

        Parameters
        ----------
        highest : mapping of str to float
            Convolutions in their order.
        weights : mapping of str to ndarray of float32
            Of the bundle.
        """
        _, *others = highest
        return cls(dict(highest), {name: weights[f"{name}/kernel"] for name in others})

    def round_kernel(self, writer: GraphWriter, kernel: str, *, name: str) -> str:
        """Round a kernel, (filters, channels, height, width), with a scale for each filter."""
        if name not in self.kernels:
            return kernel
        largest = np.abs(self.kernels[name]).max(axis=(0, 1, 2))
        scales = (np.where(largest > 0, largest, 1.0) / _SIGNED).astype(np.float32)
        scale = writer.scales(f"{name}/kernel/scale", scales)
        zero = writer.zeros(f"{name}/kernel/zero", count=len(scales), signed=True)
        return _there_and_back(writer, kernel, scale, zero, axis=0)

    def round_activations(self, writer: GraphWriter, values: str, *, name: str) -> str:
        """Round what a convolution gives, after its ReLU."""
        if name not in self.highest:
            return values
        scale = writer.number(f"{name}/scale", (self.highest[name] or 1.0) / _UNSIGNED)
        zero = writer.zeros(f"{name}/zero", count=None, signed=False)
        return _there_and_back(writer, values, scale, zero)


def _there_and_back(
    writer: GraphWriter, values: str, scale: str, zero: str, **attributes: int
) -> str:
    """Write the pair of operations around which a runtime builds one in integers."""
    inputs = (scale, zero)
    rounded = writer.node("QuantizeLinear", [values, *inputs], f"{values}/int8", **attributes)
    return writer.node("DequantizeLinear", [rounded, *inputs], f"{rounded}/back", **attributes)
