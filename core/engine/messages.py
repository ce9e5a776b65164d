"""What the engine tells its owner: the events of `core.engine.client`.

They are plain values, made in background threads; a window posts them on as signals. Importing this
module loads neither numpy nor the model's modules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.errors import LentigoError
    from core.explain.hidden import Hidden
    from core.explain.methods import RawMap
    from core.images import Picture
    from core.model import Card, DeviceChoice
    from core.model.signature import Signature
    from core.results import Analysis, Engine, ModelIdentity


@dataclass(frozen=True, slots=True)
class EngineStarting:
    """A process is started, and the model loads."""


@dataclass(frozen=True, slots=True)
class EngineReady:
    """Images are analysed from now on.

    Parameters
    ----------
    card : Card
        Of the model.
    identity : ModelIdentity
        How its results name it.
    engine : Engine
        The runtime.
    choice : DeviceChoice
        What it runs on, and why.
    signature : Signature, optional
        Who has signed the model; None where nobody has.
    """

    card: Card
    identity: ModelIdentity
    engine: Engine
    choice: DeviceChoice
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class EngineFailed:
    """There is no engine, and none will be tried until it is asked to start again.

    Every job is answered with this error until then; its picture is decoded all the same.

    Parameters
    ----------
    error : LentigoError
        Why.
    """

    error: LentigoError


@dataclass(frozen=True, slots=True)
class EngineRestarted:
    """The process ended when it should not have, and is being replaced; no job is lost.

    Parameters
    ----------
    reason : str
        One sentence for the user.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class DeviceFellBack:
    """The GPU failed, and the CPU has taken over. Comes right after `EngineReady`.

    Parameters
    ----------
    reason : str
        One sentence for the user.
    """

    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class JobDecoded:
    """An image was read; its analysis follows. Comes at most once for each job.

    Parameters
    ----------
    job : int
        The caller's number.
    picture : Picture
        Its longest side is at most `core.model.preparation.BOUNDED_SIDE`.
    """

    job: int
    picture: Picture


@dataclass(frozen=True, slots=True, eq=False)
class JobDone:
    """An image was analysed.

    Parameters
    ----------
    job : int
        The caller's number.
    analysis : Analysis
        What the model says.
    """

    job: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class JobProgress:
    """How far the answer to a question is.

    Parameters
    ----------
    job : int
        The caller's number.
    done, total : int
        Steps.
    """

    job: int
    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class JobAnswered:
    """A question was answered.

    Parameters
    ----------
    job : int
        The caller's number.
    reply : RawMap or Hidden
        As `core.engine.questions` says of each question.
    """

    job: int
    reply: RawMap | Hidden


@dataclass(frozen=True, slots=True)
class JobFailed:
    """An image could not be read or analysed, or a question not be answered.

    Parameters
    ----------
    job : int
        The caller's number.
    error : LentigoError
        Why.
    """

    job: int
    error: LentigoError


EngineEvent = (
    EngineStarting
    | EngineReady
    | EngineFailed
    | EngineRestarted
    | DeviceFellBack
    | JobDecoded
    | JobDone
    | JobProgress
    | JobAnswered
    | JobFailed
)
