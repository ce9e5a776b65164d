"""The seven-point checklist of dermoscopy."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from core.checklists.checklist import PRESENCE, Band, Checklist, Criterion, Source
from core.checklists.kinds import ChecklistKind
from core.language import marked

_MAJOR: Final = Decimal(2)
_MINOR: Final = Decimal(1)


def _criterion(code: str, name: str, words: str, *, weight: Decimal) -> Criterion:
    return Criterion(code=code, name=name, words=words, options=PRESENCE, weight=weight)


SEVEN_POINT: Final = Checklist(
    kind=ChecklistKind.SEVEN_POINT,
    name=marked("Seven-point checklist of dermoscopy"),
    purpose=marked("For melanocytic lesions only: decide first whether the lesion is one."),
    score_name=marked("score"),
    criteria=(
        _criterion(
            "network",
            marked("Atypical pigment network"),
            marked("Major: black, brown or grey, with irregular holes and thick lines"),
            weight=_MAJOR,
        ),
        _criterion(
            "veil",
            marked("Blue-whitish veil"),
            marked("Major: confluent grey-blue to whitish-blue pigment without structure"),
            weight=_MAJOR,
        ),
        _criterion(
            "vessels",
            marked("Atypical vascular pattern"),
            marked("Major: linear-irregular or dotted vessels, not within regression"),
            weight=_MAJOR,
        ),
        _criterion(
            "streaks",
            marked("Irregular streaks"),
            marked("Minor: lines at the rim, irregular or not all around"),
            weight=_MINOR,
        ),
        _criterion(
            "blotches",
            marked("Irregular pigmentation"),
            marked("Minor: dark areas without structure, irregular in shape or place"),
            weight=_MINOR,
        ),
        _criterion(
            "dots",
            marked("Irregular dots or globules"),
            marked("Minor: black, brown or grey, of different sizes and unevenly spread"),
            weight=_MINOR,
        ),
        _criterion(
            "regression",
            marked("Regression structures"),
            marked("Minor: white scar-like areas or blue-grey peppering"),
            weight=_MINOR,
        ),
    ),
    bands=(
        Band(Decimal(0), marked("under the threshold of 3")),
        Band(Decimal(3), marked("3 or more: melanoma suspected"), alarming=True),
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
    remark=marked(
        "The threshold of 3 is that of 1998; the revision of 2011 lowers it to 1, which finds more "
        "melanomas and has more naevi excised."
    ),
)
"""Score: two for each major criterion that is present, one for each minor, from 0 to 10."""
