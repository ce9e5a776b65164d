"""What cases should be after anything was done to them: plain Python, with no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Final, TypeVar

from core.cases.filled_checklist import FilledChecklist
from core.cases.patient_file import PatientFile
from core.cases.records import (
    Diagnosis,
    Lesion,
    Note,
    Patient,
    Record,
    StoredAnalysis,
    StoredImage,
    Visit,
)

R = TypeVar("R", bound=Record)
_PARTS: Final[Mapping[str, type[Record]]] = {
    "lesions": Lesion,
    "visits": Visit,
    "images": StoredImage,
    "analyses": StoredAnalysis,
    "notes": Note,
    "diagnoses": Diagnosis,
    "checklists": FilledChecklist,
}
_OWNERS: Final = ("patient_id", "lesion_id", "visit_id", "image_id")


@dataclass
class ExpectedCases:
    """All records by id, each after those that it belongs to."""

    records: dict[str, Record] = field(default_factory=dict)

    def put(self, record: Record) -> None:
        self.records[record.id] = record

    def of(self, kind: type[R]) -> list[R]:
        return [one for one in self.records.values() if isinstance(one, kind)]

    def remove(self, record: Record) -> None:
        """Have a record go with all that belongs to it; a checklist outlives its image."""
        going = {record.id}
        for one in list(self.records.values()):
            stays = isinstance(one, FilledChecklist) and not {one.id, one.lesion_id} & going
            if isinstance(one, FilledChecklist) and stays:
                self.put(replace(one, image_id=None) if one.image_id in going else one)
            elif one.id in going or any(getattr(one, name, None) in going for name in _OWNERS):
                going.add(one.id)
                del self.records[one.id]

    def checksums(self) -> set[str]:
        return {image.sha256 for image in self.of(StoredImage)}

    def belonging_to(self, patient: Patient) -> dict[str, set[str]]:
        """Describe what is a patient's, by kind."""
        owned = {patient.id}
        for one in self.records.values():
            if any(getattr(one, name, None) in owned for name in _OWNERS):
                owned.add(one.id)
        mine = [self.records[one] for one in owned]
        return {
            name: described(one for one in mine if isinstance(one, kind))
            for name, kind in _PARTS.items()
        }


def found(file: PatientFile) -> dict[str, set[str]]:
    """Describe what a store gives of a patient, in the same way."""
    return {name: described(getattr(file, name)) for name in _PARTS}


def described(records: Iterable[Record]) -> set[str]:
    """Write records out: some hold dictionaries, which no set takes."""
    return {
        repr([(one.name, getattr(record, one.name)) for one in fields(record)])
        for record in records
    }
