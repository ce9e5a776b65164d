"""What the engine's process and its parent say to each other over their private pipe.

The process speaks first: `Loaded`, then `Ready`; or `Unable`, and it ends. After that each `Work`
gets one `Answered` or `Refused`, one at a time, so no message needs a number; and because every
process has a pipe of its own, the answer of one that was killed can reach nobody.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.errors import LentigoError
    from core.model import DescribedModel, DeviceChoice, RawAnswer
    from core.results import Engine


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
    """

    views: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """What the network says.

    Parameters
    ----------
    answer : RawAnswer
        A batch of the image's views.
    """

    answer: RawAnswer


@dataclass(frozen=True, slots=True)
class Refused:
    """The network could not answer; the process lives on.

    Parameters
    ----------
    error : LentigoError
        Why.
    """

    error: LentigoError


Message = Loaded | Ready | Unable | Answered | Refused
"""What the process says."""


def portable(error: LentigoError) -> LentigoError:
    """Return the error, or a twin whose value can cross to another process."""
    try:
        pickle.dumps(error)
    except Exception:  # noqa: BLE001  # anything may come out of a foreign object's own pickling
        return type(error)(error.message, value=repr(error.value))
    return error
