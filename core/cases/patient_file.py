"""All that is known of one patient, read in one view."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from core.cases.kinds import ANALYSES, DIAGNOSES, IMAGES, LESIONS, NOTES, PATIENTS, VISITS
from core.cases.records import (
    Diagnosis,
    Lesion,
    Note,
    Patient,
    StoredAnalysis,
    StoredImage,
    Visit,
)


@dataclass(frozen=True, slots=True)
class PatientFile:
    """A patient with everything that belongs to them, each in the order of time.

    Parameters
    ----------
    patient : Patient
        Who.
    lesions, visits, images, analyses, notes, diagnoses : tuple
        All of theirs.
    """

    patient: Patient
    lesions: tuple[Lesion, ...]
    visits: tuple[Visit, ...]
    images: tuple[StoredImage, ...]
    analyses: tuple[StoredAnalysis, ...]
    notes: tuple[Note, ...]
    diagnoses: tuple[Diagnosis, ...]

    def images_of(self, lesion_id: str) -> tuple[StoredImage, ...]:
        """Images of one lesion, by the day of their visits."""
        day = {visit.id: visit.day for visit in self.visits}
        own = [image for image in self.images if image.lesion_id == lesion_id]
        return tuple(sorted(own, key=lambda image: (day[image.visit_id], image.created, image.id)))

    def analysis_of(self, image_id: str) -> StoredAnalysis | None:
        """Give the newest analysis of an image."""
        own = [one for one in self.analyses if one.image_id == image_id]
        return own[-1] if own else None


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
    )
