"""A patient whose every word is marked, so that it is found wherever it should not be."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from pydicom.uid import UID

from core.cases.address import CaseAddress
from core.cases.fields import DiagnosisKind
from core.cases.records import Diagnosis, Lesion, Note, Patient, StoredImage
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.paths import examples_folder
from tests.core.images.dicoms import dicom

PSEUDONYM: Final = "P-MRK-7777"
MARKS: Final = ("zebedee", "marksman", "mrk-7777", "quillfeather", "snapdragon", "1.9.8.7.6.5")
"""Name, pseudonym, words of notes and diagnoses, number of a DICOM study; in small letters."""


def files(folder: Path) -> list[Path]:
    """Make a picture, a DICOM file, and damaged ones of both, all named after the patient."""
    folder.mkdir(parents=True)
    picture = min(examples_folder().glob("*.jpg")).read_bytes()
    exif = Image.Exif()
    exif[0x010E] = "Zebedee Marksman, snapdragon"
    told = io.BytesIO()
    Image.open(io.BytesIO(picture)).save(told, "JPEG", exif=exif)
    capture = dicom(
        np.zeros((64, 64, 3), np.uint8),
        PatientName="Marksman^Zebedee",
        PatientID="MRK-7777",
        PatientBirthDate="19610203",
        StudyDescription="quillfeather",
        StudyInstanceUID=UID("1.9.8.7.6.5"),
    )
    # Not a date: libraries warn of it, and quote it.
    capture = capture.replace(b"19610203", b"Zebedee ")
    contents = {
        "Zebedee-Marksman.jpg": told.getvalue(),
        "Zebedee-Marksman-cut.jpg": told.getvalue()[:2000],
        "Zebedee-Marksman.dcm": capture,
        "Zebedee-Marksman-cut.dcm": capture[: len(capture) // 2],
        "Zebedee-Marksman.txt": b"snapdragon, and no picture",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def fill(address: CaseAddress, picture: Path) -> StoredImage:
    """Keep the patient, with the picture as an image."""
    store = CaseStore.open(address)
    patient = store.add(Patient(pseudonym=PSEUDONYM, name="Zebedee Marksman"))
    lesion = store.add(Lesion(patient_id=patient.id, label="quillfeather"))
    visit = store.visit_on(patient, date(2026, 1, 14))
    image = store.bring_in(picture, lesion=lesion, visit=visit, shape=Shape(600, 450))
    store.add(Note(patient_id=patient.id, text="snapdragon all over", author="Dr. Quillfeather"))
    store.add(
        Diagnosis(
            lesion_id=lesion.id, kind=DiagnosisKind.CLINICAL, day=date(2026, 2, 1),
            text="snapdragon", source="quillfeather",
        )
    )  # fmt: skip
    store.drafts.keep("note/new/" + patient.id, "zebedee says snapdragon")
    store.close()
    return image


def found_in(text: str) -> list[str]:
    """Name the marks that a text holds."""
    return [mark for mark in MARKS if mark in text.lower()]


def left_in(folder: Path) -> dict[str, list[str]]:
    """Name the files that hold marks, in their bytes or their names, and these marks."""
    held = {}
    for path in folder.rglob("*"):
        content = path.read_bytes().decode("latin-1") if path.is_file() else ""
        if marks := found_in(f"{path.relative_to(folder)} {content}"):
            held[str(path.relative_to(folder))] = marks
    return held
