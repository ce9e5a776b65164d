"""What may identify a patient is in a report only where it was chosen, and the report says so."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import ExifTags, Image

from core.cases.address import CaseAddress
from core.cases.patient_file import PatientFile
from core.cases.records import Lesion, Patient
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.images import read_metadata
from core.images.metadata import metadata_of
from core.report.options import ReportOptions
from core.report.originals import originals_in
from core.report.pdf.patient import render_patient
from core.report.privacy_words import privacy_words
from tests.core.images.dicoms import dataset, written

SECRETS = ("Dr Hidden", "Roe^Jane", "ID-4711", "19610203", "52.51667", "Roe_Jane", "Jane Roe")


def photo(path: Path) -> Path:
    """Save a JPEG that says who took it, and where."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Dr Hidden"
    exif[ExifTags.Base.Model] = "Camera 9"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (52.0, 31.0, 0.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "W", (13.0, 24.0, 0.0)
    Image.new("RGB", (60, 40), (200, 160, 140)).save(path, exif=exif)
    return path


def capture(path: Path) -> Path:
    """Save a DICOM file of a named patient."""
    made = dataset(np.full((40, 60, 3), 180, np.uint8))
    made.PatientName, made.PatientID, made.PatientBirthDate = "Roe^Jane", "ID-4711", "19610203"
    path.write_bytes(written(made))
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    opened = CaseStore.open(CaseAddress.of("", folder=tmp_path / "cases"))
    yield opened
    opened.close()


@pytest.fixture
def file(store: CaseStore, tmp_path: Path) -> PatientFile:
    patient = store.add(Patient(name="Jane Roe"))
    lesion = store.add(Lesion(patient_id=patient.id, label="Lesion 1"))
    visit = store.visit_on(patient, date(2026, 1, 1))
    for path in (photo(tmp_path / "Roe_Jane.jpg"), capture(tmp_path / "Roe_Jane.dcm")):
        store.bring_in(path, lesion=lesion, visit=visit, shape=Shape(60, 40))
    return store.file_of(patient)


def everything(pdf: bytes) -> str:
    """All words, all bytes, and all that is packed in streams."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    parts = [" ".join(one.get_textpage().get_text_bounded().split()) for one in document]
    parts += [str(document.get_metadata_dict())]
    parts += [
        bytes(item.get_data()).decode("latin-1")
        for page in document
        for item in page.get_objects()
        if isinstance(item, pypdfium2.PdfImage)
    ]
    document.close()
    return " ".join([*parts, pdf.decode("latin-1"), *unpacked(pdf)])


def unpacked(pdf: bytes) -> Iterator[str]:
    for piece in pdf.split(b"stream\n")[1:]:
        try:
            yield zlib.decompressobj().decompress(piece).decode("latin-1")
        except zlib.error:
            continue


def test_by_default_nothing_of_it_is_anywhere_in_the_file(
    store: CaseStore, file: PatientFile
) -> None:
    pdf = render_patient(file, originals=originals_in(store.original), made=date(2026, 11, 21))
    whole = everything(pdf)
    assert file.patient.pseudonym in whole
    assert not [one for one in SECRETS if one in whole]
    assert b"Exif" not in pdf
    assert "Left out: the patient's name, and names and metadata of the image files" in whole


def test_where_it_was_chosen_all_of_it_is_there(store: CaseStore, file: PatientFile) -> None:
    options = ReportOptions(named=True, metadata=True)
    originals = originals_in(store.original)
    made = date(2026, 11, 21)
    whole = everything(render_patient(file, originals=originals, made=made, options=options))
    assert not [one for one in SECRETS if one not in whole]
    assert "This report identifies the patient" in whole
    assert "52.51667, -13.40000" in whole


def test_a_file_without_metadata_says_nothing(tmp_path: Path) -> None:
    Image.new("L", (8, 8)).save(tmp_path / "a.png")
    assert read_metadata(tmp_path / "a.png") == ()


def test_damaged_positions_and_long_texts_are_no_trouble() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = "long " * 1000
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (1.0,)
    saved = io.BytesIO()
    Image.new("L", (8, 8)).save(saved, "JPEG", exif=exif)
    (tag,) = metadata_of(saved.getvalue())
    assert tag.name == "Description"
    assert len(tag.value) == 200


def test_each_choice_has_its_sentence() -> None:
    assert privacy_words(named=False, metadata=False).startswith(
        "Left out: the patient's name, and"
    )
    told = privacy_words(named=True, metadata=False)
    assert told.index("holds the patient's name. Left out: names and metadata") > 0
    assert "Left out" not in privacy_words(named=True, metadata=True)
