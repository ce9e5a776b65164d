"""Lower precision for bulk work: which a bundle has, and what was found of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.results import Precision

_Count = Annotated[int, Field(ge=0)]
_Distance = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Margins(_Frozen):
    """How near to a threshold an answer in lower precision is computed again in full.

    Parameters
    ----------
    probability : float
        Of what follows from probabilities: in log odds.
    novelty : float
        Of the novelty score, in its own unit.
    """

    probability: _Distance
    novelty: _Distance


class PrecisionCheck(_Frozen):
    """What ``python -m training evaluate --precision`` found on lesions that fitted nothing.

    Parameters
    ----------
    images : int
        How many were asked about.
    equal : int
        For how many all that is said was the same as in full precision.
    again : int
        How many had to be computed again in full precision for that.
    largest_difference : float
        Of any probability of the others, 0 to 1.
    """

    images: Annotated[int, Field(ge=1)]
    equal: _Count
    again: _Count
    largest_difference: Annotated[float, Field(ge=0, le=1)]


class LowerPrecision(_Frozen):
    """A lower precision that a bundle has been fitted for.

    Parameters
    ----------
    precision : Precision
        Which.
    margins : Margins
        Fitted on validation lesions.
    check : PrecisionCheck, optional
        None where nobody has evaluated it yet.
    """

    precision: Literal[Precision.BFLOAT16, Precision.INT8]
    margins: Margins
    check: PrecisionCheck | None = None

    @property
    def offered(self) -> bool:
        """Whether an evaluation has shown that all findings are equal."""
        return self.check is not None and self.check.equal == self.check.images
