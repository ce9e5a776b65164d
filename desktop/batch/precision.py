"""Which lower precision a batch may be computed in, and what there is to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.results import Device, Engine, Precision
from core.wording import percent
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from core.model.precision import LowerPrecision
    from desktop.engine.status import Ready

_NUMBERS: Final = {
    Precision.INT8: mark("&Faster, most of it in whole numbers of 8 bits ({precision})"),
    Precision.BFLOAT16: mark("&Faster, most of it in numbers of 16 bits ({precision})"),
}
_QUICKER: Final = {
    (Engine.ONNXRUNTIME, Device.CPU): Precision.INT8,
    (Engine.TENSORFLOW, Device.GPU): Precision.BFLOAT16,
}


def offered_by(ready: Ready | None) -> LowerPrecision | None:
    """Return what computes faster on what the engine runs on.

    None where there is no such precision, or no evaluation has found all its answers equal.
    """
    if ready is None:
        return None
    precision = _QUICKER.get((ready.engine, ready.choice.device))
    rule = None if precision is None else ready.card.fitted_for(precision)
    return rule if rule is not None and rule.offered else None


def choice_words(rule: LowerPrecision) -> str:
    """Name the choice."""
    return tr(_NUMBERS[rule.precision], precision=str(rule.precision))


def about_words(rule: LowerPrecision) -> str:
    """Say what it is, and what was found of it."""
    check = rule.check
    if check is None:
        return ""
    return tr(
        "What comes near a threshold is computed again in full. So all findings were the same on "
        "{images:,} images that the model had not learned from, {again} of them computed again; "
        "probabilities differed by up to {most}. Each row says how it was computed. Not together "
        "with heat maps.",
        images=check.images,
        again=percent(check.again / check.images),
        most=percent(check.largest_difference),
    )
