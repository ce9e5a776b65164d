"""What Lentigo asks of a runtime: one pass, three answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from core.errors import InferenceError
from core.language import say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.results import Device, Engine


class DeviceRequest(StrEnum):
    """What the user wants the network to run on."""

    AUTO = "auto"
    CPU = "cpu"
    GPU = "gpu"


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """What the network runs on, and why.

    Parameters
    ----------
    device : Device
        The kind of processor.
    name : str
        As the system calls it.
    reason : str
        One sentence: why this one.
    """

    device: Device
    name: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class RawAnswer:
    """What the network says about a batch.

    Parameters
    ----------
    logits : ndarray of float32
        (batch, classes).
    heat_maps : ndarray of float32
        Signed, in logit units, (batch, classes, rows, columns).
    embedding : ndarray of float32
        (batch, channels).
    """

    logits: NDArray[np.float32]
    heat_maps: NDArray[np.float32]
    embedding: NDArray[np.float32]


class Runtime(Protocol):
    """A loaded network on a device."""

    @property
    def engine(self) -> Engine:
        """Which runtime this is."""

    @property
    def choice(self) -> DeviceChoice:
        """What it runs on, and why."""

    def run(self, pixels: NDArray[np.uint8]) -> RawAnswer:
        """Execute the network.

        Parameters
        ----------
        pixels : ndarray of uint8
            RGB, (batch, height, width, 3), of the card's input size.

        Raises
        ------
        InferenceError
            If the runtime fails.
        """


def require_shape(pixels: NDArray[np.uint8], shape: tuple[int, int, int]) -> None:
    """Check that pixels, (batch, height, width, 3), are of the size that a network takes.

    Raises
    ------
    InferenceError
        If they are not, or not uint8.
    """
    if pixels.shape[1:] != shape or pixels.dtype != "uint8":
        raise InferenceError(
            say(
                "The network takes {expected} pixels, not {shape}.",
                expected=shape,
                shape=pixels.shape,
            ),
            value=pixels.shape,
        )
