"""Similar images in words, the same for the window and the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from core.wording import in_sentence, joined

if TYPE_CHECKING:
    from core.atlas.description import Description
    from core.atlas.item import AtlasItem, Neighbour

NOTE: Final = "Similar means alike to the model: it is not the same diagnosis."
FAR: Final = (
    "None of them is close: 19 in 20 images of the atlas have another lesion nearer to them."
)
_CONFIRMED: Final = {
    "histo": "histopathology",
    "histopathology": "histopathology",
    "follow_up": "follow-up",
    "serial imaging showing no change": "follow-up",
    "consensus": "expert consensus",
    "single image expert consensus": "expert consensus",
    "confocal": "confocal microscopy",
    "confocal microscopy with consensus dermoscopy": "confocal microscopy",
    "single contributor clinical assessment": "one clinician's assessment",
}


def confirmed_words(item: AtlasItem) -> str:
    """Say how a diagnosis was confirmed."""
    if item.confirmation is None:
        return "not stated how confirmed"
    known = item.confirmation.strip().casefold()
    return f"confirmed by {_CONFIRMED.get(known, item.confirmation.replace('_', ' '))}"


def distance_words(neighbour: Neighbour) -> str:
    """Say how far an image is; 0 is the same picture."""
    return f"{neighbour.distance:.3f}"


def patient_words(item: AtlasItem) -> str:
    """Say what is known of the patient and the place: ``woman, 45 years, back``."""
    person = {"male": "man", "female": "woman"}.get((item.sex or "").casefold(), item.sex)
    years = None if item.age is None else f"{item.age:.0f} years"
    return ", ".join(part for part in (person, years, item.site) if part)


def summary(neighbours: Sequence[Neighbour], description: Description) -> str:
    """Say which diagnoses the most similar images have, and whether any of them is close.

    Parameters
    ----------
    neighbours : sequence of Neighbour
        At most one image of each lesion.
    description : Description
        Of their atlas, which has the names.
    """
    if not neighbours:
        return "The atlas has no other lesion to compare with."
    counted = _counted(neighbours, description)
    usual = description.usual_distance
    far = usual is not None and neighbours[0].distance > usual
    return f"{FAR} {counted}" if far else counted


def _counted(neighbours: Sequence[Neighbour], description: Description) -> str:
    counts = Counter(neighbour.item.code for neighbour in neighbours).most_common()
    shown = [(count, in_sentence(description.name_of(code))) for code, count in counts]
    total = len(neighbours)
    if total == 1:
        return f"The one similar lesion shows {shown[0][1]}."
    if len(shown) == 1:
        return f"All {total} most similar lesions show {shown[0][1]}."
    (most, first), *others = shown
    parts = [f"{most} show {first}", *(f"{count} {name}" for count, name in others)]
    return f"Of the {total} most similar lesions, {joined(parts, last='and')}."


def attribution(description: Description) -> str:
    """Name whose images these are, and under which licence."""
    return f"Images: {description.name}, {description.licence}. {description.source}"
