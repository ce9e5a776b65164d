"""What is to be deleted, and what the user reads before it is: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.look.words import counted

if TYPE_CHECKING:
    from core.cases.records import Record
    from desktop.cases.page_content import ImageCell, LesionSection, PageContent

_FOR_GOOD: Final = (
    "Originals, findings, notes and diagnoses go with it, for good. Only a backup made before can "
    "bring them back."
)
_IMAGE_FOR_GOOD: Final = (
    "Its original and its finding go, for good. Only a backup made before can bring them back."
)
_ONLY: Final = "It is the patient's only lesion, so the patient goes with it."


@dataclass(frozen=True, slots=True)
class Deletion:
    """A question to the user.

    Parameters
    ----------
    record : Record
        What goes.
    question, words : str
        What is asked, and what follows.
    whole : bool
        Whether the patient goes.
    """

    record: Record
    question: str
    words: str
    whole: bool = False


def of_patient(content: PageContent) -> Deletion:
    """Ask about a patient."""
    lesions = counted(len(content.sections), one="lesion", many="lesions")
    images = counted(sum(len(section.cells) for section in content.sections))
    question = f"Delete {content.title} with {lesions} and {images}?"
    return Deletion(content.patient, question, _FOR_GOOD, whole=True)


def of_lesion(content: PageContent, section: LesionSection) -> Deletion:
    """Ask about a lesion; the last one takes the patient along, who would be in no list."""
    named = f"{section.lesion.label} of {content.title}"
    question = f"Delete {named} with {counted(len(section.cells))}?"
    if len(content.sections) == 1:
        return Deletion(content.patient, question, f"{_ONLY} {_FOR_GOOD}", whole=True)
    return Deletion(section.lesion, question, _FOR_GOOD)


def of_image(cell: ImageCell) -> Deletion:
    """Ask about an image."""
    return Deletion(cell.image, f"Delete the image of {cell.day}?", _IMAGE_FOR_GOOD)
