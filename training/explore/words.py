"""What stands out in a survey, in sentences; plain text, whose names are made printable."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from training.explore.colours import QUANTITIES
from training.explore.counts import Field
from training.explore.survey import Survey
from training.pages.text import name_text, percent, plural

SHORTCUT = 0.1
"""Share of differences in skin colour, accounted for by the class, that is worth a sentence."""
GIVEAWAY = 1.5
"""Times chance at which a clue is worth a sentence."""
FEW = 100
"""Images of a class below which a network has little to learn from."""
_SKIN = ("skin_lightness", "skin_red", "skin_yellow")


def observations(survey: Survey) -> list[str]:
    """Return what a reader should know before training, the plainest first."""
    return [
        *_balance(survey),
        *_lesions(survey),
        *_unknown(survey),
        *_clues(survey),
        *_skin(survey),
        *_lightness(survey),
        *_unreadable(survey),
    ]


def _balance(survey: Survey) -> Iterator[str]:
    filled = [entry for entry in survey.classes if entry.images]
    largest = max(filled, key=lambda entry: entry.images)
    smallest = min(filled, key=lambda entry: entry.images)
    if len(filled) == 1:
        yield f"There is one class, {name_text(largest.code)}: nothing can be told apart yet."
        return
    ratio = largest.images / smallest.images
    yield (
        f"Always answering {name_text(largest.code)} would be right in "
        f"{percent(largest.images / survey.images)} of the images; {name_text(largest.code)} has "
        f"{ratio:.{0 if ratio >= 10 else 1}f} times as many as {name_text(smallest.code)}."
    )
    few = [name_text(entry.code) for entry in survey.classes if entry.images < FEW]
    if few:
        yield f"Fewer than {FEW} images: {', '.join(few[:12])}{' and others' * (len(few) > 12)}."


def _lesions(survey: Survey) -> Iterator[str]:
    shown = survey.images_per_lesion
    repeated = sum(lesions for images, lesions in shown.items() if images > 1)
    if not shown:
        yield (
            "No lesion is named, so which images show the same one is not known: look for "
            "near-duplicates (python -m training audit) before you split."
        )
    elif repeated:
        yield (
            f"{plural(repeated, 'lesion')} of {sum(shown.values()):,} appear in more than one "
            "image: a split must keep each on one side."
        )


def _unknown(survey: Survey) -> Iterator[str]:
    silent = [str(field) for field in Field if survey.missing[field].sum() == survey.images]
    if silent:
        yield f"Nothing is known of: {', '.join(silent)}. No figure can be given by these groups."


def _clues(survey: Survey) -> Iterator[str]:
    for name, table in survey.clues.items():
        if table.giveaway and table.chance and table.giveaway > GIVEAWAY * table.chance:
            yield (
                f"The {name} alone gives the class away with a balanced accuracy of "
                f"{percent(table.giveaway)} (chance: {percent(table.chance)})."
            )


def _skin(survey: Survey) -> Iterator[str]:
    shares = {name: share for name, share in survey.explained.items() if share is not None}
    most = max((shares.get(name, 0.0) for name in _SKIN), default=0.0)
    if most >= SHORTCUT:
        yield (
            f"The class accounts for up to {percent(most)} of the differences in colour at the "
            "border of the image, where mostly skin is: skin, light or camera differ between the "
            "classes, and a network can learn that instead of the lesion."
        )


def _lightness(survey: Survey) -> Iterator[str]:
    column = QUANTITIES.index("skin_lightness")
    values = np.concatenate([survey.colours(code)[:, column] for code in survey.codes])
    values = values[np.isfinite(values)]
    if values.size:
        low, high = np.percentile(values, [5, 95])
        yield (
            f"At the border, lightness L* is {low:.0f} to {high:.0f} in nine images of ten (0 is "
            "black, 100 white). A model is untested on skin darker or lighter than its data show."
        )


def _unreadable(survey: Survey) -> Iterator[str]:
    failed, seen = len(survey.looks.unreadable), len(survey.looks.seen)
    if failed:
        yield f"{failed:,} of {plural(failed + seen, 'image')} looked at could not be read."
