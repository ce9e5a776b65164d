"""What a report is about: a patient, one of the lesions, or one visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from core.errors import UsageError
from core.language import say
from core.report.case_words import day_words

if TYPE_CHECKING:
    from core.cases.patient_file import PatientFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A part of a patient's file; by default all of it.

    Parameters
    ----------
    lesion_id : str, optional
        Only this lesion.
    day : date, optional
        Only the visit on this day.
    """

    lesion_id: str | None = None
    day: date | None = None

    def of(self, file: PatientFile) -> PatientFile:
        """Give that part of a file.

        Raises
        ------
        UsageError
            If there is no such lesion, or was no such visit.
        """
        if self.lesion_id is not None:
            if self.lesion_id not in {lesion.id for lesion in file.lesions}:
                raise UsageError(say("There is no such lesion any more."), value=self.lesion_id)
            file = file.of_lesion(self.lesion_id)
        if self.day is not None:
            if self.day not in {visit.day for visit in file.visits}:
                day = day_words(self.day)
                raise UsageError(say("There was no visit on {day}.", day=day), value=self.day)
            file = file.on_day(self.day)
        return file

    def words(self, file: PatientFile) -> str:
        """Name it; the whole file needs no name."""
        labels = [lesion.label for lesion in file.lesions if lesion.id == self.lesion_id]
        visit = "" if self.day is None else say("the visit of {day}", day=day_words(self.day))
        named = ", ".join(filter(None, (*labels, visit)))
        return say("Report on {named}", named=named) if named else ""

    def file_name(self, file: PatientFile) -> str:
        """Propose a name for the report's file: of the pseudonym, never of the name."""
        labels = [lesion.label for lesion in file.lesions if lesion.id == self.lesion_id]
        day = [] if self.day is None else [self.day.isoformat()]
        parts = (file.patient.pseudonym, *labels, *day, "report.pdf")
        plain = ".".join("-".join(part.split()) for part in parts)
        return "".join(one if one.isalnum() or one in "-_." else "-" for one in plain)
