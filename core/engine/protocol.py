"""What the engine's process and its parent say to each other over their private pipe.

The process speaks first: `Loaded`, then `Ready`; or `Unable`, and it ends. After that each `Work`
gets one `Answered` or `Refused`, one at a time, so no message needs a number; and because every
process has a pipe of its own, the answer of one that was killed can reach nobody.

Questions go on beside that: each `Asked` has a number, gets any count of `Progressed` and then one
`Replied` or `Declined`, unless it is stopped in time. A `Stop` never comes too late to be harmless.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.engine.questions import Question
    from core.errors import LentigoError
    from core.explain.hidden import Hidden
    from core.explain.methods import RawMap
    from core.model import DescribedModel, DeviceChoice, RawAnswer
    from core.model.preparation import Prepared
    from core.results import Engine, Precision


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bundle is verified; images can be prepared for it while the runtime loads.

    Parameters
    ----------
    model : DescribedModel
        Its description.
    """

    model: DescribedModel


@dataclass(frozen=True, slots=True)
class Ready:
    """The network waits for work.

    Parameters
    ----------
    engine : Engine
        The runtime.
    choice : DeviceChoice
        What it runs on.
    """

    engine: Engine
    choice: DeviceChoice


@dataclass(frozen=True, slots=True)
class Unable:
    """The process cannot start.

    Parameters
    ----------
    error : LentigoError
        Why.
    """

    error: LentigoError


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """One image for the network.

    Parameters
    ----------
    views : ndarray of uint8
        RGB, (views, height, width, 3) of the network's input.
    quick : Precision, optional
        Lower precision in which it may be computed.
    """

    views: NDArray[np.uint8]
    quick: Precision | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """What the network says.

    Parameters
    ----------
    answer : RawAnswer
        A batch of the image's views.
    quick : Precision, optional
        Lower precision in which it was computed; None for full precision.
    """

    answer: RawAnswer
    quick: Precision | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The network could not answer; the process lives on.

    Parameters
    ----------
    error : LentigoError
        Why.
    """

    error: LentigoError


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question about an image, to be answered beside the work.

    Parameters
    ----------
    number : int
        Higher than those before.
    prepared : Prepared
        The image.
    question : Question
        What is asked.
    """

    number: int
    prepared: Prepared
    question: Question


@dataclass(frozen=True, slots=True)
class Stop:
    """Nobody waits for a question any more, nor for those before it.

    Parameters
    ----------
    number : int
        Of the question.
    """

    number: int


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far a question is.

    Parameters
    ----------
    number : int
        Of the question.
    done, total : int
        Steps.
    """

    number: int
    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class Replied:
    """What there is to say to a question.

    Parameters
    ----------
    number : int
        Of the question.
    reply : RawMap or Hidden
        As the question says.
    """

    number: int
    reply: Reply


@dataclass(frozen=True, slots=True)
class Declined:
    """A question cannot be answered, or was stopped; the process lives on.

    Parameters
    ----------
    number : int
        Of the question.
    error : LentigoError
        Why.
    """

    number: int
    error: LentigoError


if TYPE_CHECKING:
    Reply = RawMap | Hidden

Message = Loaded | Ready | Unable | Answered | Refused | Progressed | Replied | Declined
"""What the process says."""


def portable(error: LentigoError) -> LentigoError:
    """Return the error, or a twin whose value can cross to another process."""
    try:
        pickle.dumps(error)
    except Exception:  # noqa: BLE001  # anything may come out of a foreign object's own pickling
        return type(error)(error.message, value=repr(error.value))
    return error
