"""What the window knows about its engine, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.language import again
from desktop.language.words import tr

if TYPE_CHECKING:
    from core.errors import LentigoError
    from core.model import Card, DeviceChoice
    from core.model.signature import Signature
    from core.results import Engine, ModelIdentity

_ENGINE_NAMES = {"tensorflow": "TensorFlow", "onnxruntime": "ONNX Runtime"}


class EngineState(StrEnum):
    """Whether images can be analysed."""

    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Ready:
    """The model that answers, and what it runs on."""

    card: Card
    model: ModelIdentity
    engine: Engine
    choice: DeviceChoice
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """The engine as the window sees it.

    Parameters
    ----------
    state : EngineState
        Whether images can be analysed.
    ready : Ready, optional
        The model that answers; kept while the engine starts anew, because results of it are shown.
    error : LentigoError, optional
        Why there is no model.
    """

    state: EngineState = EngineState.STARTING
    ready: Ready | None = None
    error: LentigoError | None = None

    @property
    def card(self) -> Card | None:
        """Card of the model that answers."""
        return self.ready.card if self.ready else None


def model_words(status: EngineStatus) -> str:
    """Name the model for the status line."""
    if status.state is EngineState.FAILED:
        return tr("No model")
    if status.ready is None:
        return tr("The model is starting…")
    return tr(
        "Model {name} {version}", name=status.ready.model.name, version=status.ready.model.version
    )


def engine_words(status: EngineStatus) -> str:
    """Name the runtime and the processor for the status line."""
    if status.state is not EngineState.READY or status.ready is None:
        return ""
    engine = str(status.ready.engine)
    return tr(
        "{engine} on {device}",
        engine=_ENGINE_NAMES.get(engine, engine),
        device=status.ready.choice.device.upper(),
    )


def signature_words(signature: Signature | None) -> str:
    """Say who has signed a model."""
    if signature is None:
        return tr("Not signed; its checksums are right.")
    return tr("Signed by {name}, key {key}…", name=signature.name, key=signature.short_key)


def status_details(status: EngineStatus) -> str:
    """Say in a few lines what the status line has no room for."""
    if status.state is EngineState.FAILED and status.error is not None:
        return status.error.message
    if status.ready is None:
        return tr("Pictures can be opened already; their findings follow.")
    choice, model = status.ready.choice, status.ready.model
    return tr(
        "Weights {digits}… under {licence}\n{signed}\n{name}: {reason}",
        digits=model.sha256[:12],
        licence=status.ready.card.licence,
        signed=signature_words(status.ready.signature),
        name=choice.name,
        reason=again(choice.reason),
    )
