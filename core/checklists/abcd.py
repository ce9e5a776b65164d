"""The ABCD rule of dermoscopy."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from core.checklists.checklist import Band, Checklist, Criterion, Option, Source
from core.checklists.kinds import ChecklistKind

_ASYMMETRY: Final = Criterion(
    code="asymmetry",
    name="Asymmetry",
    words="Of contour, colours and structures, across two axes at right angles",
    options=(
        Option("0", "In no axis", 0),
        Option("1", "In one axis", 1),
        Option("2", "In both axes", 2),
    ),
    weight=Decimal("1.3"),
)
_BORDER: Final = Criterion(
    code="border",
    name="Border",
    words="Eighths of the rim in which the pigment ends abruptly",
    options=tuple(Option(str(number), str(number), number) for number in range(9)),
    weight=Decimal("0.1"),
)
_COLOURS: Final = Criterion(
    code="colours",
    name="Colours",
    words="All that are present; white only where it is lighter than the skin around",
    options=(
        Option("white", "White"),
        Option("red", "Red"),
        Option("light-brown", "Light brown"),
        Option("dark-brown", "Dark brown"),
        Option("blue-grey", "Blue-grey"),
        Option("black", "Black"),
    ),
    weight=Decimal("0.5"),
    several=True,
)
_STRUCTURES: Final = Criterion(
    code="structures",
    name="Dermoscopic structures",
    words="All that are present",
    options=(
        Option("network", "Pigment network"),
        Option("structureless", "Structureless areas"),
        Option("streaks", "Branched streaks"),
        Option("dots", "Dots"),
        Option("globules", "Globules"),
    ),
    weight=Decimal("0.5"),
    several=True,
)

ABCD: Final = Checklist(
    kind=ChecklistKind.ABCD,
    name="ABCD rule of dermoscopy",
    purpose="For melanocytic lesions only: decide first whether the lesion is one.",
    score_name="total dermoscopy score",
    criteria=(_ASYMMETRY, _BORDER, _COLOURS, _STRUCTURES),
    # Scores are multiples of 0.1: none lies on a bound, whichever side that belongs to.
    bands=(
        Band(Decimal(0), "below 4.75: benign melanocytic lesion"),
        Band(Decimal("4.75"), "4.75 to 5.45: suspicious; excise or follow closely", alarming=True),
        Band(Decimal("5.45"), "above 5.45: highly suggestive of melanoma", alarming=True),
    ),
    sources=(
        Source(
            "Nachbar, Stolz, Merkle et al., The ABCD rule of dermatoscopy: high prospective value "
            "in the diagnosis of doubtful melanocytic skin lesions, J Am Acad Dermatol 30(4), "
            "1994, 551-559",
            "10.1016/S0190-9622(94)70061-3",
        ),
    ),
)
"""Score: 1.3 A + 0.1 B + 0.5 C + 0.5 D, from 1.0 to 8.9."""
