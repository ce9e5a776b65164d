"""The seven-point checklist of dermoscopy."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from core.checklists.checklist import PRESENCE, Band, Checklist, Criterion, Source
from core.checklists.kinds import ChecklistKind

_MAJOR: Final = Decimal(2)
_MINOR: Final = Decimal(1)


def _criterion(code: str, name: str, words: str, *, weight: Decimal) -> Criterion:
    rank = "Major" if weight == _MAJOR else "Minor"
    return Criterion(
        code=code, name=name, words=f"{rank}: {words}", options=PRESENCE, weight=weight
    )


SEVEN_POINT: Final = Checklist(
    kind=ChecklistKind.SEVEN_POINT,
    name="Seven-point checklist of dermoscopy",
    purpose="For melanocytic lesions only: decide first whether the lesion is one.",
    score_name="score",
    criteria=(
        _criterion(
            "network",
            "Atypical pigment network",
            "black, brown or grey, with irregular holes and thick lines",
            weight=_MAJOR,
        ),
        _criterion(
            "veil",
            "Blue-whitish veil",
            "confluent grey-blue to whitish-blue pigment without structure",
            weight=_MAJOR,
        ),
        _criterion(
            "vessels",
            "Atypical vascular pattern",
            "linear-irregular or dotted vessels, not within regression",
            weight=_MAJOR,
        ),
        _criterion(
            "streaks",
            "Irregular streaks",
            "lines at the rim, irregular or not all around",
            weight=_MINOR,
        ),
        _criterion(
            "blotches",
            "Irregular pigmentation",
            "dark areas without structure, irregular in shape or place",
            weight=_MINOR,
        ),
        _criterion(
            "dots",
            "Irregular dots or globules",
            "black, brown or grey, of different sizes and unevenly spread",
            weight=_MINOR,
        ),
        _criterion(
            "regression",
            "Regression structures",
            "white scar-like areas or blue-grey peppering",
            weight=_MINOR,
        ),
    ),
    bands=(
        Band(Decimal(0), "under the threshold of 3"),
        Band(Decimal(3), "3 or more: melanoma suspected", alarming=True),
    ),
    sources=(
        Source(
            "Argenziano, Fabbrocini, Carli et al., Epiluminescence microscopy for the diagnosis of "
            "doubtful melanocytic skin lesions: comparison of the ABCD rule of dermatoscopy and a "
            "new 7-point checklist based on pattern analysis, Arch Dermatol 134(12), 1998, "
            "1563-1570",
        ),
        Source(
            "Argenziano, Catricalà, Ardigo et al., Seven-point checklist of dermoscopy revisited, "
            "Br J Dermatol 164(4), 2011, 785-790",
            "10.1111/j.1365-2133.2010.10194.x",
        ),
    ),
    remark="The threshold of 3 is that of 1998; the revision of 2011 lowers it to 1, which finds "
    "more melanomas and has more naevi excised.",
)
"""Score: two for each major criterion that is present, one for each minor, from 0 to 10."""
