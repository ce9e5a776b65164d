"""The ABCD rule of dermoscopy."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from core.checklists.checklist import Band, Checklist, Criterion, Option, Source
from core.checklists.kinds import ChecklistKind
from core.language import marked

_ASYMMETRY: Final = Criterion(
    code="asymmetry",
    name=marked("Asymmetry"),
    words=marked("Of contour, colours and structures, across two axes at right angles"),
    options=(
        Option("0", marked("In no axis"), 0),
        Option("1", marked("In one axis"), 1),
        Option("2", marked("In both axes"), 2),
    ),
    weight=Decimal("1.3"),
)
_BORDER: Final = Criterion(
    code="border",
    name=marked("Border"),
    words=marked("Eighths of the rim in which the pigment ends abruptly"),
    options=tuple(Option(str(number), str(number), number) for number in range(9)),
    weight=Decimal("0.1"),
)
_COLOURS: Final = Criterion(
    code="colours",
    name=marked("Colours"),
    words=marked("All that are present; white only where it is lighter than the skin around"),
    options=(
        Option("white", marked("White")),
        Option("red", marked("Red")),
        Option("light-brown", marked("Light brown")),
        Option("dark-brown", marked("Dark brown")),
        Option("blue-grey", marked("Blue-grey")),
        Option("black", marked("Black")),
    ),
    weight=Decimal("0.5"),
    several=True,
)
_STRUCTURES: Final = Criterion(
    code="structures",
    name=marked("Dermoscopic structures"),
    words=marked("All that are present"),
    options=(
        Option("network", marked("Pigment network")),
        Option("structureless", marked("Structureless areas")),
        Option("streaks", marked("Branched streaks")),
        Option("dots", marked("Dots")),
        Option("globules", marked("Globules")),
    ),
    weight=Decimal("0.5"),
    several=True,
)

ABCD: Final = Checklist(
    kind=ChecklistKind.ABCD,
    name=marked("ABCD rule of dermoscopy"),
    purpose=marked("For melanocytic lesions only: decide first whether the lesion is one."),
    score_name=marked("total dermoscopy score"),
    criteria=(_ASYMMETRY, _BORDER, _COLOURS, _STRUCTURES),
    # Scores are multiples of 0.1: none lies on a bound, whichever side that belongs to.
    bands=(
        Band(Decimal(0), marked("below 4.75: benign melanocytic lesion")),
        Band(
            Decimal("4.75"),
            marked("4.75 to 5.45: suspicious; excise or follow closely"),
            alarming=True,
        ),
        Band(Decimal("5.45"), marked("above 5.45: highly suggestive of melanoma"), alarming=True),
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
