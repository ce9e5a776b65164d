"""All that is known of one patient, read in one view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from core.cases.filled_checklist import FilledChecklist
from core.cases.kinds import (
    ANALYSES,
    CHECKLISTS,
    DIAGNOSES,
    IMAGES,
    LESIONS,
    NOTES,
    PATIENTS,
    VISITS,
)
from core.cases.records import (
    Diagnosis,
    Lesion,
    Note,
    Patient,
    StoredAnalysis,
    StoredImage,
    Visit,
)
from core.cases.revisions import lock_all
from core.errors import NotInStore
from core.language import say


@dataclass(frozen=True, slots=True)
class PatientFile:
    """A patient with everything that belongs to them, each in the order of time.

    Parameters
    ----------
    patient : Patient
        Who.
    lesions, visits, images, analyses, notes, diagnoses, checklists : tuple
        All of theirs.
    """

    patient: Patient
    lesions: tuple[Lesion, ...]
    visits: tuple[Visit, ...]
    images: tuple[StoredImage, ...]
    analyses: tuple[StoredAnalysis, ...]
    notes: tuple[Note, ...]
    diagnoses: tuple[Diagnosis, ...]
    checklists: tuple[FilledChecklist, ...] = ()

    def images_of(self, lesion_id: str) -> tuple[StoredImage, ...]:
        """Images of one lesion, by the day of their visits."""
        day = {visit.id: visit.day for visit in self.visits}
        own = [image for image in self.images if image.lesion_id == lesion_id]
        return tuple(sorted(own, key=lambda image: (day[image.visit_id], image.created, image.id)))

    def day_of(self, image_id: str | None) -> date | None:
        """Give the day of an image; None where it is not in the file."""
        day = {visit.id: visit.day for visit in self.visits}
        return next((day[one.visit_id] for one in self.images if one.id == image_id), None)

    def analysis_of(self, image_id: str) -> StoredAnalysis | None:
        """Give the newest analysis of an image."""
        own = [one for one in self.analyses if one.image_id == image_id]
        return own[-1] if own else None

    def of_lesion(self, lesion_id: str) -> PatientFile:
        """Keep what belongs to one lesion; what is written about the patient stays out."""
        return self._only({lesion_id}, {one.id for one in self.images_of(lesion_id)})

    def on_day(self, day: date) -> PatientFile:
        """Keep what was seen on a day, and what was diagnosed and first written on it."""
        visits = {visit.id for visit in self.visits if visit.day == day}
        images = [image for image in self.images if image.visit_id in visits]
        found = self._only({one.lesion_id for one in images}, {one.id for one in images})
        notes = (one for one in self.notes if one.created.astimezone().date() == day)
        known = {lesion.id for lesion in found.lesions} | {None}
        return replace(
            found,
            notes=tuple(one for one in notes if one.lesion_id in known),
            diagnoses=tuple(one for one in found.diagnoses if one.day == day),
            checklists=tuple(one for one in found.checklists if one.day == day),
        )

    def _only(self, lesions: set[str], images: set[str]) -> PatientFile:
        kept = tuple(one for one in self.images if one.id in images)
        visits = {one.visit_id for one in kept}
        return replace(
            self,
            lesions=tuple(one for one in self.lesions if one.id in lesions),
            visits=tuple(one for one in self.visits if one.id in visits),
            images=kept,
            analyses=tuple(one for one in self.analyses if one.image_id in images),
            notes=tuple(one for one in self.notes if one.lesion_id in lesions),
            diagnoses=tuple(one for one in self.diagnoses if one.lesion_id in lesions),
            checklists=tuple(one for one in self.checklists if one.lesion_id in lesions),
        )


def read_file(connection: Connection, patient_id: str) -> PatientFile:
    """Read a patient's file.

    Raises
    ------
    NotInStore
        If the patient has been deleted.
    """
    lesions = select(LESIONS.table.c.id).where(LESIONS.table.c.patient_id == patient_id)
    of_lesions = IMAGES.table.c.lesion_id.in_(lesions)
    images = select(IMAGES.table.c.id).where(of_lesions)
    visits = VISITS.table.c
    return PatientFile(
        patient=PATIENTS.get(connection, patient_id),
        lesions=tuple(LESIONS.find(connection, LESIONS.table.c.patient_id == patient_id)),
        visits=tuple(
            VISITS.find(connection, visits.patient_id == patient_id, order=(visits.day, visits.id))
        ),
        images=tuple(IMAGES.find(connection, of_lesions)),
        analyses=tuple(ANALYSES.find(connection, ANALYSES.table.c.image_id.in_(images))),
        notes=tuple(NOTES.find(connection, NOTES.table.c.patient_id == patient_id)),
        diagnoses=tuple(DIAGNOSES.find(connection, DIAGNOSES.table.c.lesion_id.in_(lesions))),
        checklists=tuple(CHECKLISTS.find(connection, CHECKLISTS.table.c.lesion_id.in_(lesions))),
    )


def patient_named(connection: Connection, pseudonym: str) -> Patient:
    """Read the patient of a pseudonym, in capitals or not.

    Raises
    ------
    NotInStore
        If there is none.
    """
    wanted = PATIENTS.table.c.pseudonym == pseudonym.strip().upper()
    found = PATIENTS.find(connection, wanted)
    if not found:
        words = say("There is no patient {pseudonym}.", pseudonym=pseudonym)
        raise NotInStore(words, value=pseudonym)
    return found[0]


def visit_on(connection: Connection, patient_id: str, day: date) -> Visit:
    """Give a patient's visit on a day, made if there is none."""
    lock_all(connection)
    columns = VISITS.table.c
    found = VISITS.find(connection, columns.patient_id == patient_id, columns.day == day)
    return found[0] if found else VISITS.add(connection, Visit(patient_id=patient_id, day=day))
