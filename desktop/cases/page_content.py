"""What a patient's page shows, as plain values made outside the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.cases.audit.acts import subject_of
from core.report.case_words import class_name, day_words, lesion_title, patient_facts, patient_title
from core.wording import percent
from desktop.language.words import tr
from desktop.look.words import UNLIKE

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QImage

    from core.cases.filled_checklist import FilledChecklist
    from core.cases.patient_file import PatientFile
    from core.cases.records import (
        Diagnosis,
        Lesion,
        Note,
        Patient,
        StoredAnalysis,
        StoredImage,
    )
    from core.cases.store import CaseStore
    from core.image_source import ImageSource


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageCell:
    """An image on the time line of its lesion.

    Parameters
    ----------
    image : StoredImage
        Which.
    source : ImageSource
        Where the bytes of its original come from.
    visit_day : date
        When it was taken.
    day, finding, share : str
        When it was taken, what a model found, and how probable that is.
    thumbnail : QImage, optional
        Small picture, once it has been read.
    missing : str
        Why there is no picture.
    """

    image: StoredImage
    source: ImageSource
    visit_day: date
    day: str
    finding: str
    share: str = ""
    thumbnail: QImage | None = None
    missing: str = ""

    @property
    def spoken(self) -> str:
        """All of it, for screen readers and tooltips."""
        finding = tr(
            "Finding of the model: {finding} {share}", finding=self.finding, share=self.share
        ).rstrip()
        words = (self.day, self.image.name, finding, self.missing)
        return ". ".join(filter(None, words))


@dataclass(frozen=True, slots=True, kw_only=True)
class LesionSection:
    """A lesion on the page.

    Parameters
    ----------
    lesion : Lesion
        Which.
    title : str
        Its name and place.
    diagnoses, checklists, notes : tuple
        What was said, filled and written about it.
    cells : tuple of ImageCell
        Its images, the oldest first.
    """

    lesion: Lesion
    title: str
    diagnoses: tuple[Diagnosis, ...]
    checklists: tuple[FilledChecklist, ...]
    notes: tuple[Note, ...]
    cells: tuple[ImageCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """A patient's page.

    Parameters
    ----------
    patient : Patient
        Whose.
    title, facts : str
        Name, and what else is known.
    notes : tuple of Note
        What was written about the patient.
    sections : tuple of LesionSection
        The lesions, the first that was noted first.
    drafts : frozenset of str
        Keys of all that somebody is writing.
    """

    patient: Patient
    title: str
    facts: str
    notes: tuple[Note, ...]
    sections: tuple[LesionSection, ...]
    drafts: frozenset[str] = frozenset()


def read_page(store: CaseStore, patient_id: str, *, again: bool = False) -> PageContent:
    """Read a patient's page.

    Parameters
    ----------
    store : CaseStore
        Where the patient is.
    patient_id : str
        Whose page.
    again : bool
        Whether it is seen already; else the audit trail notes that it is.

    Raises
    ------
    NotInStore
        If the patient has been deleted.
    """
    page = page_of(store.file_of(patient_id), original=store.original)
    if not again:
        store.audit.note_view(subject_of("patients", patient_id))
    return replace(page, drafts=store.drafts.kept())


def page_of(file: PatientFile, *, original: Callable[[StoredImage], ImageSource]) -> PageContent:
    """Say a patient's file in words."""
    return PageContent(
        patient=file.patient,
        title=patient_title(file.patient),
        facts=patient_facts(file.patient),
        notes=_notes(file, None),
        sections=tuple(_section(file, lesion, original) for lesion in file.lesions),
    )


def _section(
    file: PatientFile, lesion: Lesion, original: Callable[[StoredImage], ImageSource]
) -> LesionSection:
    days = {visit.id: visit.day for visit in file.visits}
    return LesionSection(
        lesion=lesion,
        title=lesion_title(lesion),
        diagnoses=tuple(one for one in file.diagnoses if one.lesion_id == lesion.id),
        checklists=tuple(one for one in file.checklists if one.lesion_id == lesion.id),
        notes=_notes(file, lesion.id),
        cells=tuple(
            _cell(
                image,
                file.analysis_of(image.id),
                day=days[image.visit_id],
                source=original(image),
            )
            for image in file.images_of(lesion.id)
        ),
    )


def _cell(
    image: StoredImage, analysis: StoredAnalysis | None, *, day: date, source: ImageSource
) -> ImageCell:
    finding, share = _finding(analysis)
    return ImageCell(
        image=image, source=source, visit_day=day, day=day_words(day), finding=finding, share=share
    )


def _finding(analysis: StoredAnalysis | None) -> tuple[str, str]:
    """Say what a model found, and how probable that is where the picture is of a kind it knows."""
    if analysis is None:
        return tr("Not analysed"), ""
    novelty = analysis.content.get("novelty")
    if novelty and novelty["novel"]:
        return tr(UNLIKE), ""
    return class_name(analysis.finding), percent(analysis.probability)


def _notes(file: PatientFile, lesion_id: str | None) -> tuple[Note, ...]:
    return tuple(note for note in file.notes if note.lesion_id == lesion_id and note.text)
