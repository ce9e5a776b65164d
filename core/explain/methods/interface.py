"""What is explained, apart from how: a view, a target, a network, and the map that comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import Cancelled, UnknownTarget
from core.images import Placement
from core.language import marked, say

Floats = NDArray[np.float32]


class Unit(StrEnum):
    """What the values of a map are."""

    LOGITS = marked("logit units")
    LOGITS_PER_LEVEL = marked("logit units per grey level")


@dataclass(frozen=True, slots=True)
class Target:
    """The score that is explained: one class's logit, or by how much it exceeds another's.

    Parameters
    ----------
    index : int
        Of the class, in the order of the logits.
    versus : int, optional
        Of the class that it is set against: "why this rather than that".
    """

    index: int
    versus: int | None = None

    def of(self, values: Floats) -> Floats:
        """Take the target from what has the classes as its first axis."""
        chosen: Floats = values[self.index]
        return chosen if self.versus is None else chosen - values[self.versus]

    def require_fit(self, classes: int) -> None:
        """Check that a model has these classes.

        Raises
        ------
        UnknownTarget
            If one is not among its `classes`, or both are the same.
        """
        for index in (self.index, self.versus):
            if index is not None and not 0 <= index < classes:
                raise UnknownTarget(
                    say(
                        "The model has no class number {index}: it has {classes}.",
                        index=index,
                        classes=classes,
                    ),
                    value=index,
                )
        if self.index == self.versus:
            raise UnknownTarget(say("A class cannot be set against itself."), value=self.index)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """An image as the network sees it.

    Parameters
    ----------
    pixels : ndarray of uint8
        RGB, (height, width, 3) of the network's input.
    placement : Placement
        Where the image lies in it; what lies around it is padding.
    """

    pixels: NDArray[np.uint8]
    placement: Placement

    @property
    def inside(self) -> tuple[slice, slice]:
        """Rows and columns of the input that show the image."""
        box = self.placement.target
        return slice(int(box.top), int(box.bottom)), slice(int(box.left), int(box.right))


@dataclass(frozen=True, slots=True, eq=False)
class RawMap:
    """A heat map before any display.

    Parameters
    ----------
    values : ndarray of float32
        (rows, columns), an even grid over the network's input. Positive speaks for the target;
        0 is no evidence; NaN is padding, where there was nothing to see.
    unit : Unit
        Of the values.
    """

    values: Floats
    unit: Unit


class Answer(Protocol):
    """What the network says about a batch."""

    @property
    def logits(self) -> Floats:
        """(batch, classes)."""

    @property
    def heat_maps(self) -> Floats:
        """Closed-form Grad-CAM of all classes, signed, (batch, classes, rows, columns)."""


class Gradients(Protocol):
    """What needs a runtime that differentiates."""

    def grad_cam_plus_plus(self, pixels: NDArray[np.uint8], target: Target) -> Floats:
        """Grad-CAM++ at the last convolution, (rows, columns), not normalised, logit units."""

    def layer_cam(self, pixels: NDArray[np.uint8], target: Target) -> Floats:
        """LayerCAM at the last convolution, (rows, columns), not normalised, logit units."""

    def saliency(self, pixels: Floats, target: Target) -> Floats:
        """Signed gradients by the pixels of a batch, of its shape, (batch, height, width, 3)."""


class Network(Protocol):
    """A network that can be explained."""

    @property
    def classes(self) -> int:
        """How many it has."""

    def run(self, pixels: NDArray[np.uint8], /) -> Answer:
        """Execute it on a batch, (batch, height, width, 3)."""

    def features(self, pixels: NDArray[np.uint8], /) -> Floats:
        """Activations of the last convolution, (batch, rows, columns, channels)."""

    @property
    def gradients(self) -> Gradients:
        """Its gradients.

        Raises
        ------
        GradientsUnavailable
            If nothing here computes them.
        """


def _silent(done: int, total: int) -> None:
    del done, total


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """How slow work says how far it is, and learns that nobody waits for it any more.

    Parameters
    ----------
    on_progress : callable
        Told how many steps are done, and of how many, from the first to the last.
    cancelled : callable
        Asked before every step.
    """

    on_progress: Callable[[int, int], None] = _silent
    cancelled: Callable[[], bool] = _never

    def step(self, done: int, total: int) -> None:
        """Say how far the work is.

        Raises
        ------
        Cancelled
            If nobody wants it any more.
        """
        if self.cancelled():
            raise Cancelled(say("The explanation was cancelled."))
        self.on_progress(done, total)
