"""What a clinician can answer, as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from core.cases.commitment import Confidence
from core.language import again
from core.report.answer_words import CONFIDENCE_WORDS
from core.taxonomy import LesionClass
from desktop.language.words import mark, tr

_OPEN: Final = (
    (mark("Malignant, class left open"), True),
    (mark("Benign, class left open"), False),
)


class Choice(NamedTuple):
    """One possible answer.

    Parameters
    ----------
    words : str
        What is read.
    code : str
        Of its class; empty where that is left open.
    malignant : bool
        Whether it is malignant.
    """

    words: str
    code: str
    malignant: bool


def choices_of(classes: Iterable[LesionClass]) -> tuple[Choice, ...]:
    """Offer each class in the order of its name, and whether it is malignant alone."""
    named = sorted(classes, key=lambda entry: entry.shown_name)
    return (
        *(Choice(_words(entry), entry.code, entry.malignant) for entry in named),
        *(Choice(tr(words), "", malignant) for words, malignant in _OPEN),
    )


def confidences() -> tuple[tuple[str, Confidence], ...]:
    """Offer how sure one can be."""
    return tuple((again(words).capitalize(), one) for one, words in CONFIDENCE_WORDS.items())


def _words(entry: LesionClass) -> str:
    return tr("{name} (malignant)", name=entry.shown_name) if entry.malignant else entry.shown_name
