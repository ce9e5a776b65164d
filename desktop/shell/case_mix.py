"""Stating a case mix: what is asked, and what may be answered. Pure functions, no widget.

Shares are handled in hundredths of a percent, so that sums are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from core.language import number
from core.wording import per_hundred
from desktop.language.words import tr

WHOLE: Final = 10_000
"""100 % in hundredths of a percent."""


@dataclass(frozen=True, slots=True)
class CaseMixQuestion:
    """What the user is asked.

    Parameters
    ----------
    names : mapping of str to str
        Full name of each class by its code, in the order to show.
    fitted : mapping of str to float
        The case mix in which the model was calibrated, 0 to 1.
    stated : mapping of str to float, optional
        What was stated before.
    """

    names: Mapping[str, str]
    fitted: Mapping[str, float]
    stated: Mapping[str, float] | None


@dataclass(frozen=True, slots=True)
class CaseMixAnswer:
    """What the user wants.

    Parameters
    ----------
    shares : mapping of str to float, optional
        A case mix of their own, 0 to 1, that sums to 1; None for the one of the calibration.
    """

    shares: Mapping[str, float] | None


def in_hundredths(shares: Mapping[str, float]) -> dict[str, int]:
    """Round shares so that they sum to 100 % again: the largest remainders are rounded up."""
    total = sum(shares.values()) or 1.0
    exact = {code: WHOLE * share / total for code, share in shares.items()}
    rounded = {code: int(value) for code, value in exact.items()}
    short = WHOLE - sum(rounded.values())
    for code in sorted(exact, key=lambda one: rounded[one] - exact[one])[:short]:
        rounded[code] += 1
    return rounded


def verdict(hundredths: Iterable[int]) -> str:
    """Say in one sentence how the shares stand; `is_whole` tells whether they can be used."""
    values = list(hundredths)
    total = sum(values)
    if total < WHOLE:
        return tr(
            "Together {sum}: {rest} are missing.",
            sum=_percent(total),
            rest=_percent(WHOLE - total),
        )
    if total > WHOLE:
        return tr(
            "Together {sum}: {rest} too much.",
            sum=_percent(total),
            rest=_percent(total - WHOLE),
        )
    if 0 in values:
        return tr("Together 100 %. A class of 0 % will never be the finding.")
    return tr("Together 100 %.")


def is_whole(hundredths: Iterable[int]) -> bool:
    """Whether the shares sum to 100 %."""
    return sum(hundredths) == WHOLE


def _percent(hundredths: int) -> str:
    return per_hundred(number(hundredths / 100, "g"))
