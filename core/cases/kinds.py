"""How each kind of record is kept."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final, TypeVar

from core.cases import tables
from core.cases.commitment import Commitment
from core.cases.filled_checklist import FilledChecklist
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
from core.cases.repository import Repository
from core.language import marked

R = TypeVar("R", bound=Record)

PATIENTS: Final = Repository(Patient, tables.PATIENTS, marked("patient"), ("pseudonym", "name"))
LESIONS: Final = Repository(Lesion, tables.LESIONS, marked("lesion"), ("label", "site", "side"))
VISITS: Final = Repository(Visit, tables.VISITS, marked("visit"))
IMAGES: Final = Repository(StoredImage, tables.IMAGES, marked("image"))
ANALYSES: Final = Repository(StoredAnalysis, tables.ANALYSES, marked("analysis"))
NOTES: Final = Repository(Note, tables.NOTES, marked("note"), ("text",))
DIAGNOSES: Final = Repository(Diagnosis, tables.DIAGNOSES, marked("diagnosis"), ("text", "source"))
CHECKLISTS: Final = Repository(FilledChecklist, tables.CHECKLISTS, marked("checklist"))
COMMITMENTS: Final = Repository(Commitment, tables.COMMITMENTS, marked("answer"))

_RECORDS: Final = (
    *(PATIENTS, LESIONS, VISITS, IMAGES),
    *(ANALYSES, NOTES, DIAGNOSES, CHECKLISTS, COMMITMENTS),
)
_ALL: Final[MappingProxyType[type[Record], Repository[Any]]] = MappingProxyType(
    {one.kind: one for one in _RECORDS}
)


def repository_of(kind: type[R]) -> Repository[R]:
    """Find how a kind of record is kept."""
    found: Repository[R] = _ALL[kind]
    return found
