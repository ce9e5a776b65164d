"""A lesion in three lines, as lists show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.language import again
from core.report.case_words import NO_SITE, class_name, day_words
from core.wording import percent
from desktop.language.words import count, mark, tr
from desktop.look.words import UNLIKE

if TYPE_CHECKING:
    from core.cases.search import LesionLine


UNSAVED: Final = mark("Unsaved draft")


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
    readable : bool
        Whether all of it can be read.
    """

    lesion_id: str
    patient_id: str
    title: str
    place: str
    finding: str
    draft: bool = False
    readable: bool = True

    @property
    def spoken(self) -> str:
        """All of it, for screen readers and tooltips."""
        return ". ".join(
            filter(None, (self.title, self.place, self.finding, tr(UNSAVED) * self.draft))
        )


def row_of(line: LesionLine) -> LesionRow:
    """Say a lesion in three lines; one that cannot be read, in two."""
    title = " · ".join(filter(None, (line.name or line.pseudonym, line.label)))
    if not line.readable:
        return LesionRow(
            line.lesion_id,
            line.patient_id,
            title=title or tr("A lesion"),
            place=tr("Cannot be read; open in Cases to see why"),
            finding="",
            draft=line.draft,
            readable=False,
        )
    seen = tr("no images yet")
    if line.last_day:
        day = day_words(line.last_day)
        seen = count(
            "{n} image, last on {day}", "{n} images, last on {day}", n=line.images, day=day
        )
    site = again(line.site or NO_SITE).capitalize()
    return LesionRow(
        line.lesion_id,
        line.patient_id,
        title=title,
        place=f"{site} · {seen}",
        finding=_known(line),
        draft=line.draft,
    )


def _known(line: LesionLine) -> str:
    if line.diagnosis:
        return tr("Diagnosis: {name}", name=class_name(line.diagnosis))
    if line.novel:
        return tr(UNLIKE)
    if line.finding and line.probability is not None:
        return tr(
            "Finding: {name} {percent}",
            name=class_name(line.finding),
            percent=percent(line.probability),
        )
    return ""
