"""Similar images in words, the same for the window and the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from core.language import again, marked, number, say
from core.trust.patient import site_words
from core.wording import all_of, in_sentence

if TYPE_CHECKING:
    from core.atlas.description import Description
    from core.atlas.item import AtlasItem, Neighbour

NOTE: Final = marked("Similar means alike to the model: it is not the same diagnosis.")
FAR: Final = marked(
    "None of them is close: 19 in 20 images of the atlas have another lesion nearer to them."
)
_CONFIRMED: Final = {
    "histo": marked("histopathology"),
    "histopathology": marked("histopathology"),
    "follow_up": marked("follow-up"),
    "serial imaging showing no change": marked("follow-up"),
    "consensus": marked("expert consensus"),
    "single image expert consensus": marked("expert consensus"),
    "confocal": marked("confocal microscopy"),
    "confocal microscopy with consensus dermoscopy": marked("confocal microscopy"),
    "single contributor clinical assessment": marked("one clinician's assessment"),
}
_PERSONS: Final = {"male": marked("man"), "female": marked("woman")}


def confirmed_words(item: AtlasItem) -> str:
    """Say how a diagnosis was confirmed."""
    if item.confirmation is None:
        return say("not stated how confirmed")
    if item.confirmation == "drawing":
        return say("a drawing that nobody has diagnosed")
    return say("confirmed by {way}", way=way_words(item.confirmation))


def way_words(confirmation: str) -> str:
    """Say a way in which diagnoses are confirmed, as the data set has it, within a sentence."""
    known = _CONFIRMED.get(confirmation.strip().casefold())
    return confirmation.replace("_", " ") if known is None else say(known)


def distance_words(neighbour: Neighbour) -> str:
    """Say how far an image is; 0 is the same picture."""
    return number(neighbour.distance, ".3f")


def patient_words(item: AtlasItem) -> str:
    """Say what is known of the patient and the place: ``woman, 45 years, back``."""
    person = _PERSONS.get((item.sex or "").casefold(), item.sex)
    years = None if item.age is None else say("{age:.0f} years", age=item.age)
    known = (person and again(person), years, item.site and site_words(item.site))
    return ", ".join(part for part in known if part)


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
        return say("The atlas has no other lesion to compare with.")
    counted = _counted(neighbours, description)
    usual = description.usual_distance
    far = usual is not None and neighbours[0].distance > usual
    return f"{say(FAR)} {counted}" if far else counted


def _counted(neighbours: Sequence[Neighbour], description: Description) -> str:
    counts = Counter(neighbour.item.code for neighbour in neighbours).most_common()
    shown = [(count, in_sentence(description.name_of(code))) for code, count in counts]
    total = len(neighbours)
    if total == 1:
        return say("The one similar lesion shows {name}.", name=shown[0][1])
    if len(shown) == 1:
        return say("All {total} most similar lesions show {name}.", total=total, name=shown[0][1])
    (most, first), *others = shown
    parts = [
        say("{count} show {name}", count=most, name=first),
        *(f"{count} {name}" for count, name in others),
    ]
    return say("Of the {total} most similar lesions, {parts}.", total=total, parts=all_of(parts))


def image_attribution(item: AtlasItem, description: Description) -> str:
    """Name whose one image is, and under which licence: its own, else those of the atlas."""
    if item.licence is None and item.attribution is None:
        return attribution(description)
    return say(
        "Image: {name}, {licence}. {source}",
        name=item.attribution or description.name,
        licence=item.licence or description.licence,
        source=description.source,
    )


def attribution(description: Description) -> str:
    """Name whose images these are, and under which licence."""
    return say(
        "Images: {name}, {licence}. {source}",
        name=description.name,
        licence=description.licence,
        source=description.source,
    )
