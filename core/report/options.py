"""What a clinic wants on its reports: paper, letterhead, parts, and what may identify a patient."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from core.language import marked
from core.report.paper import Paper


class ReportPart(StrEnum):
    """A part of a patient's report; each may be left out."""

    IMAGES = "images"
    HEAT_MAPS = "heat-maps"
    FINDINGS = "findings"
    DIAGNOSES = "diagnoses"
    CHECKLISTS = "checklists"
    NOTES = "notes"


PART_NAMES: Final = {
    ReportPart.IMAGES: marked("Images"),
    ReportPart.HEAT_MAPS: marked("Heat maps, where they were kept"),
    ReportPart.FINDINGS: marked("Findings of the model"),
    ReportPart.DIAGNOSES: marked("Diagnoses"),
    ReportPart.CHECKLISTS: marked("Checklists"),
    ReportPart.NOTES: marked("Notes"),
}
"""What the user reads; a new part needs an entry here, and its words in `core.report.pdf`."""

ALL_PARTS: Final = frozenset(ReportPart)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """How a report is to be; by default nothing that identifies is in it.

    Parameters
    ----------
    paper : Paper
        Of all pages.
    clinic : str
        Stands above every page.
    logo : Path, optional
        A picture beside it.
    parts : frozenset of ReportPart
        What is in a patient's report.
    named : bool
        Whether the patient's name is.
    metadata : bool
        Whether names and metadata of the image files are (EXIF, GPS, DICOM).
    file_names : bool
        Whether a report of images that belong to no case names their files.
    """

    paper: Paper = Paper.A4
    clinic: str = ""
    logo: Path | None = None
    parts: frozenset[ReportPart] = ALL_PARTS
    named: bool = False
    metadata: bool = False
    file_names: bool = True
