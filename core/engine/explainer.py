"""A classifier as explanation methods see it: what they need beyond the one pass, when they ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from core.engine.quiet import quiet_native_stderr
from core.engine.request import EngineRequest
from core.errors import GradientsUnavailable, UnknownTarget
from core.explain.hidden import Hidden, look_hidden
from core.explain.methods import METHODS, Method, RawMap, Target, View, Watch, explain
from core.language import say
from core.model import Card, Classifier, RawAnswer
from core.model.conclusion import softmax
from core.model.preparation import Prepared
from core.results import Engine

if TYPE_CHECKING:
    from core.engine.tensorflow_gradients import TensorFlowGradients

_WATCH: Final = Watch()


class Explainer:
    """Explains a classifier's answers by any method.

    Gradients come from TensorFlow, which is loaded when the first method asks for them, beside
    ONNX Runtime if that is what answers.

    Parameters
    ----------
    classifier : Classifier
        Whose answers.
    engine : EngineRequest
        As the user chose it: one who demands ONNX Runtime is not given TensorFlow.
    """

    def __init__(
        self, classifier: Classifier, *, engine: EngineRequest = EngineRequest.AUTO
    ) -> None:
        self._classifier = classifier
        self._engine = engine

    @property
    def card(self) -> Card:
        """Of the model."""
        return self._classifier.bundle.card

    @property
    def classes(self) -> int:
        """How many the model has."""
        return len(self.card.classes)

    def run(self, pixels: NDArray[np.uint8], /) -> RawAnswer:
        """Execute the network: see `core.model.runtime.Runtime.run`."""
        return self._classifier.runtime.run(pixels)

    def features(self, pixels: NDArray[np.uint8], /) -> NDArray[np.float32]:
        """Activations of the last convolution: see `core.explain.methods.Network`."""
        return self._features(pixels)

    def require(self, method: Method) -> None:
        """Load what the method needs, before any image waits for it.

        Raises
        ------
        GradientsUnavailable
            If it needs gradients and nothing here computes them.
        """
        if METHODS[method].needs_gradients:
            _ = self.gradients

    def target(self, code: str, *, versus: str | None = None) -> Target:
        """Find the score of a class, or by how much it exceeds another's, by their codes.

        Raises
        ------
        UnknownTarget
            If the model has no such class, or both are the same.
        """
        codes = self.card.codes
        for one in (code, versus):
            if one is not None and one not in codes:
                raise UnknownTarget(say("The model has no class {one!r}.", one=one), value=one)
        target = Target(codes.index(code), None if versus is None else codes.index(versus))
        target.require_fit(len(codes))
        return target

    def explain(
        self, prepared: Prepared, *, method: Method, target: Target, watch: Watch = _WATCH
    ) -> RawMap:
        """Explain a prepared picture's own view: see `core.explain.methods.explain`."""
        view = View(prepared.views[0], prepared.placement)
        return explain(view, method=method, target=target, network=self, watch=watch)

    def probabilities(self, pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Calibrated probabilities, (batch, classes), of a batch of the network's inputs."""
        logits = self.run(pixels).logits
        return np.stack([softmax(one, temperature=self.card.temperature) for one in logits])

    def look_hidden(self, prepared: Prepared) -> Hidden:
        """Answer without the lesion, and without all else: see `core.explain.hidden`."""
        view = View(prepared.views[0], prepared.placement)
        return look_hidden(view, self.probabilities, keep_painted=True)

    @cached_property
    def gradients(self) -> TensorFlowGradients:
        """Gradients through TensorFlow.

        Raises
        ------
        GradientsUnavailable
            If ONNX Runtime was demanded, or this edition has neither TensorFlow nor tf-keras-vis.
        """
        if self._engine is EngineRequest.ONNXRUNTIME:
            raise GradientsUnavailable(
                say(
                    "This method needs gradients, which ONNX Runtime does not compute: choose "
                    "TensorFlow, or Grad-CAM, Score-CAM or occlusion."
                ),
                value=str(self._engine),
            )
        try:
            with quiet_native_stderr():
                from core.engine import tensorflow_runtime  # noqa: F401 # it sets Keras up
                from core.engine.tensorflow_gradients import TensorFlowGradients
        except ImportError as error:
            raise GradientsUnavailable(
                say(
                    "This method needs gradients, and what computes them is not here "
                    "({error}): choose Grad-CAM, Score-CAM or occlusion, or install the full "
                    "edition.",
                    error=error,
                ),
                value=error.name,
            ) from error
        return TensorFlowGradients(self._classifier.bundle)

    @cached_property
    def _features(self) -> Callable[[NDArray[np.uint8]], NDArray[np.float32]]:
        if self._classifier.runtime.engine is Engine.TENSORFLOW:
            return self.gradients.features
        from core.engine.onnx_features import OnnxFeatures

        return OnnxFeatures(self._classifier.bundle)
