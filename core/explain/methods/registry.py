"""The methods by name, and the one way to ask any of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

import numpy as np

from core.errors import InferenceError
from core.explain.methods.grad_cam import grad_cam
from core.explain.methods.grad_cam_plus_plus import grad_cam_plus_plus
from core.explain.methods.interface import Floats, Network, RawMap, Target, Unit, View, Watch
from core.explain.methods.layer_cam import layer_cam
from core.explain.methods.occlusion import occlusion
from core.explain.methods.score_cam import score_cam
from core.explain.methods.smooth_grad import smooth_grad
from core.images.heat import cells_shown
from core.language import marked, say


class Method(StrEnum):
    """A way to explain a finding."""

    GRAD_CAM = "grad-cam"
    GRAD_CAM_PLUS_PLUS = "grad-cam++"
    LAYER_CAM = "layer-cam"
    SCORE_CAM = "score-cam"
    SMOOTH_GRAD = "smooth-grad"
    OCCLUSION = "occlusion"


class _Compute(Protocol):
    def __call__(self, view: View, *, target: Target, network: Network, watch: Watch) -> Floats:
        """Compute values, (rows, columns), for the whole input, padding included."""


@dataclass(frozen=True, slots=True)
class Described:
    """A method and what a reader of its maps has to know.

    Parameters
    ----------
    compute : callable
        The method itself; `explain` calls it.
    name : str
        As the literature writes it.
    unit : Unit
        Of its values.
    signed : bool
        Whether it also tells what speaks against the target, by negative values.
    needs_gradients : bool
        Whether it works under TensorFlow only.
    relative_scale : float
        What it shows at full strength, as a multiple of the card's ``heat_map_scale``: a fixed
        scale, so that a weak map looks weak.
    """

    compute: _Compute
    name: str
    unit: Unit = Unit.LOGITS
    signed: bool = False
    needs_gradients: bool = False
    relative_scale: float = 1.0


METHODS: Final[Mapping[Method, Described]] = MappingProxyType(
    {
        Method.GRAD_CAM: Described(grad_cam, "Grad-CAM", signed=True),
        Method.GRAD_CAM_PLUS_PLUS: Described(
            grad_cam_plus_plus, "Grad-CAM++", needs_gradients=True, relative_scale=4.5
        ),
        Method.LAYER_CAM: Described(layer_cam, "LayerCAM", needs_gradients=True, relative_scale=4),
        Method.SCORE_CAM: Described(score_cam, "Score-CAM", signed=True, relative_scale=15),
        Method.SMOOTH_GRAD: Described(
            smooth_grad,
            "SmoothGrad",
            unit=Unit.LOGITS_PER_LEVEL,
            needs_gradients=True,
            relative_scale=8e-4,
        ),
        Method.OCCLUSION: Described(occlusion, marked("Occlusion"), signed=True, relative_scale=20),
    }
)
"""Every method. The relative scales were measured on the shipped model's validation lesions, as
``heat_map_scale`` was: of the findings' maps, 99 in 100 nowhere exceed them."""

_WATCH: Final = Watch()


def explain(
    view: View,
    *,
    method: Method,
    target: Target,
    network: Network,
    watch: Watch = _WATCH,
) -> RawMap:
    """Explain why the network scores a view as it does.

    Parameters
    ----------
    view : View
        The image as the network sees it.
    method : Method
        The way.
    target : Target
        The score: a class, or one rather than another.
    network : Network
        Answers.
    watch : Watch
        Told of progress, asked before every step whether to stop.

    Raises
    ------
    UnknownTarget
        If the network has no such class.
    GradientsUnavailable
        If the method needs gradients and nothing here computes them.
    Cancelled
        If nobody wants the map any more.
    InferenceError
        If the runtime fails, or the map would hold something that is not a number.
    """
    described = METHODS[method]
    target.require_fit(network.classes)
    values = described.compute(view, target=target, network=network, watch=watch)
    if not np.isfinite(values).all():
        raise InferenceError(
            say(
                "{name} gave no usable map for this image: it holds what is no number.",
                name=described.name,
            ),
            value=str(method),
        )
    rows, columns = values.shape
    shown = cells_shown(view.placement, rows=rows, columns=columns)
    seen = np.full(values.shape, np.nan, np.float32)
    seen[shown] = values[shown]
    return RawMap(seen, described.unit)
