"""What is to be deleted, and what the user reads before it is: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.language.words import mark, tr
from desktop.look.words import images_words, lesions_words

if TYPE_CHECKING:
    from core.cases.records import Record
    from desktop.cases.page_content import ImageCell, LesionSection, PageContent

_FOR_GOOD: Final = mark(
    "Originals, findings, notes and diagnoses go with it, for good. Only a backup made before can "
    "bring them back."
)
_IMAGE_FOR_GOOD: Final = mark(
    "Its original and its finding go, for good. Only a backup made before can bring them back."
)
_ONLY: Final = mark("It is the patient's only lesion, so the patient goes with it.")


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
    lesions = lesions_words(len(content.sections))
    images = images_words(sum(len(section.cells) for section in content.sections))
    question = tr(
        "Delete {patient} with {lesions} and {images}?",
        patient=content.title,
        lesions=lesions,
        images=images,
    )
    return Deletion(content.patient, question, tr(_FOR_GOOD), whole=True)


def of_lesion(content: PageContent, section: LesionSection) -> Deletion:
    """Ask about a lesion; the last one takes the patient along, who would be in no list."""
    question = tr(
        "Delete {lesion} of {patient} with {images}?",
        lesion=section.lesion.label,
        patient=content.title,
        images=images_words(len(section.cells)),
    )
    if len(content.sections) == 1:
        return Deletion(content.patient, question, f"{tr(_ONLY)} {tr(_FOR_GOOD)}", whole=True)
    return Deletion(section.lesion, question, tr(_FOR_GOOD))


def of_image(cell: ImageCell) -> Deletion:
    """Ask about an image."""
    return Deletion(cell.image, tr("Delete the image of {day}?", day=cell.day), tr(_IMAGE_FOR_GOOD))
