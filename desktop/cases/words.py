"""A lesion in three lines, as lists show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.report.case_words import NO_SITE, class_name, day_words
from core.wording import percent
from desktop.look.words import UNLIKE

if TYPE_CHECKING:
    from core.cases.search import LesionLine


UNSAVED: Final = "Unsaved draft"


@dataclass(frozen=True, slots=True)
class LesionRow:
    """A lesion as the list shows it.

    Parameters
    ----------
    lesion_id, patient_id : str
        Which.
    title, place, finding : str
        What is read first, second and third.
    draft : bool
        Whether something about it, or about its patient, was begun and not saved.
    """

    lesion_id: str
    patient_id: str
    title: str
    place: str
    finding: str
    draft: bool = False

    @property
    def spoken(self) -> str:
        """All of it, for screen readers and tooltips."""
        return ". ".join(filter(None, (self.title, self.place, self.finding, UNSAVED * self.draft)))


def row_of(line: LesionLine) -> LesionRow:
    """Say a lesion in three lines."""
    pictures = f"{line.images} {'image' if line.images == 1 else 'images'}"
    seen = f"{pictures}, last on {day_words(line.last_day)}" if line.last_day else "no images yet"
    site = line.site.capitalize() if line.site else NO_SITE.capitalize()
    return LesionRow(
        line.lesion_id,
        line.patient_id,
        title=" · ".join(filter(None, (line.name or line.pseudonym, line.label))),
        place=f"{site} · {seen}",
        finding=_known(line),
        draft=line.draft,
    )


def _known(line: LesionLine) -> str:
    if line.diagnosis:
        return f"Diagnosis: {class_name(line.diagnosis)}"
    if line.novel:
        return UNLIKE
    if line.finding and line.probability is not None:
        return f"Finding: {class_name(line.finding)} {percent(line.probability)}"
    return ""
