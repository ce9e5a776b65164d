"""From measured numbers to limits, and to what the limits find."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.trust.quality import LIMITS, MEASURED, QualityCode
from training.quality.survey import Floats, Looks

SHARE = 0.01

# An outline is rough, and a lesion that runs off the picture no rarity: at the share that suits the
# others, one such lesion in nine would be found.
_OFTENER = {QualityCode.LESION_CUT_OFF: 3}


@dataclass(frozen=True, slots=True)
class Judged:
    """What the limit of one finding is worth.

    Parameters
    ----------
    code : QualityCode
        The finding.
    ordinary : int
        Images on which the limit is measured: all, or those whose mask shows no such defect.
    proposed : float
        The limit that the stated share of them passes.
    limit : float
        The one in the program.
    flagged : float
        Share of ordinary images that pass it, 0 to 1.
    found : float or None
        Share of images whose mask shows the defect that pass it; None without masks.
    spoiled : mapping of str to float
        Share of spoiled images that pass it, by degree in words.
    """

    code: QualityCode
    ordinary: int
    proposed: float
    limit: float
    flagged: float
    found: float | None
    spoiled: Mapping[str, float]


def judge_limits(
    looks: Looks, spoiled: Mapping[tuple[QualityCode, str], Floats], *, share: float = SHARE
) -> tuple[Judged, ...]:
    """Measure every limit.

    Parameters
    ----------
    looks : Looks
        At images as they are.
    spoiled : mapping
        From `look_spoiled`.
    share : float
        Of ordinary images that may pass a limit, between 0 and 1/6; three times that for a lesion
        that is cut off.
    """
    return tuple(_judged(code, looks, spoiled, share=share) for code in MEASURED)


def _judged(
    code: QualityCode,
    looks: Looks,
    spoiled: Mapping[tuple[QualityCode, str], Floats],
    *,
    share: float,
) -> Judged:
    numbers = looks.numbers[:, MEASURED.index(code)]
    defect = _defect(code, looks)
    ordinary = numbers[~defect]
    measured = ordinary[np.isfinite(ordinary)]
    stated = share * _OFTENER.get(code, 1)
    return Judged(
        code=code,
        ordinary=len(ordinary),
        proposed=float(np.quantile(measured, stated if LIMITS[code].below else 1 - stated)),
        limit=LIMITS[code].value,
        flagged=_passing(code, ordinary),
        found=_passing(code, numbers[defect]) if defect.any() else None,
        spoiled={
            label: _passing(code, values) for (of, label), values in spoiled.items() if of == code
        },
    )


def _defect(code: QualityCode, looks: Looks) -> NDArray[np.bool_]:
    """Whether an image's mask shows the defect, (images,); nowhere where masks say nothing."""
    field = {QualityCode.LESION_CUT_OFF: "cut", QualityCode.LESION_TINY: "tiny"}.get(code)
    if field is None:
        return np.zeros(len(looks.numbers), np.bool_)
    return np.array([truth is not None and getattr(truth, field) for truth in looks.truths])


def _passing(code: QualityCode, numbers: Floats) -> float:
    return float(np.mean([LIMITS[code].passed(number) for number in numbers]))


def any_flagged(looks: Looks) -> float:
    """Share of images with at least one finding, 0 to 1."""
    limits = [LIMITS[code] for code in MEASURED]
    hits = [
        any(limit.passed(number) for limit, number in zip(limits, row, strict=True))
        for row in looks.numbers
    ]
    return float(np.mean(hits))
