"""What may be asked about an image after its analysis. Importing this loads nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.explain.methods import Method


@dataclass(frozen=True, slots=True)
class Why:
    """Why does the model score a class as it does? The answer is a `core.explain.methods.RawMap`.

    Parameters
    ----------
    method : Method
        The way to explain.
    code : str
        The class.
    versus : str, optional
        The class that it is set against.
    """

    method: Method
    code: str
    versus: str | None = None


@dataclass(frozen=True, slots=True)
class WithoutLesion:
    """What is found when the lesion cannot be seen? Answered by a `core.explain.hidden.Hidden`."""


Question = Why | WithoutLesion
