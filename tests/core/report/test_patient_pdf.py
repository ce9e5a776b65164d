"""A patient's pages hold the whole file, in order, and the name only where it is wanted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

from core.cases.address import CaseAddress
from core.cases.patient_file import PatientFile
from core.cases.records import Lesion, Patient, StoredImage
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.cli import main
from core.errors import FileMissing
from core.model.card import STATEMENT
from core.report.paper import Paper
from core.report.pdf.patient import render_patient
from tests.core.cases.filled import fill

DAY = date(2026, 11, 21)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    opened = CaseStore.open(CaseAddress.of("", folder=tmp_path / "cases"))
    yield opened
    opened.close()


@pytest.fixture
def file(store: CaseStore, tmp_path: Path) -> PatientFile:
    fill(store, tmp_path, patients=1)
    return store.file_of(store.find(LesionQuery()).lines[0].patient_id)


def grey(_image: StoredImage) -> NDArray[np.uint8]:
    return np.full((60, 80, 3), 128, np.uint8)


def words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


def test_the_whole_file_stands_there(file: PatientFile) -> None:
    (page,) = words(render_patient(file, pixels=grey, made=DAY, clinic="Clinic"))
    order = [
        file.patient.pseudonym, "Sex: other, born 1950", "Lesion 1 · Face",
        "Clinical diagnosis, 1 Feb 2026: none stated", "1 Jan 2026 · photo-0.jpg",
        "Finding of the model: Melanocytic nevus, 90 %; malignant classes together 10 %",
        STATEMENT, "Model m 1", "Page 1 of 1",
    ]  # fmt: skip
    places = [page.index(part) for part in order]
    assert places == sorted(places)
    assert "ä" in page


def test_the_name_stands_there_only_where_it_is_wanted(file: PatientFile) -> None:
    assert file.patient.name == "Nó 0"
    assert "Nó 0" not in words(render_patient(file, pixels=grey, made=DAY))[0]
    assert "Nó 0" in words(render_patient(file, pixels=grey, made=DAY, named=True))[0]


def test_an_image_that_cannot_be_read_leaves_its_sentence(file: PatientFile) -> None:
    def lost(image: StoredImage) -> NDArray[np.uint8]:
        raise FileMissing("The original is gone.", value=image.sha256)

    (page,) = words(render_patient(file, pixels=lost, made=DAY))
    assert page.index("The original is gone.") < page.index("1 Jan 2026 · photo-0.jpg")


def test_a_picture_of_no_lesion_has_no_finding(file: PatientFile) -> None:
    novel = [replace(one, content={"novelty": {"novel": True}}) for one in file.analyses]
    (page,) = words(render_patient(replace(file, analyses=tuple(novel)), pixels=grey, made=DAY))
    assert "did not take this for a dermoscopic image" in page
    assert "Finding of the model" not in page


def test_many_images_and_long_notes_fill_pages(file: PatientFile) -> None:
    image = file.images[0]
    images = tuple(replace(image, id=str(number), name=f"{number}.jpg") for number in range(25))
    note = replace(file.notes[0], text="Much to say. " * 900, author="Dr. Ø")
    much = replace(file, images=images, notes=(note,))
    found = words(render_patient(much, pixels=grey, made=DAY, paper=Paper.LETTER))
    whole = " ".join(found)
    assert len(found) > 5
    assert all(f"· {number}.jpg" in whole for number in range(25))
    assert "(Dr. Ø)" in whole
    assert all(STATEMENT in page for page in found)


def test_an_empty_file_says_so() -> None:
    empty = PatientFile(Patient(), (), (), (), (), (), ())
    (page,) = words(render_patient(empty, pixels=grey, made=DAY))
    assert "There is no lesion in the file." in page
    assert "No image was analysed" in page


def test_the_command_writes_it(
    store: CaseStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    patient = store.add(Patient(name="Secret"))
    store.add(Lesion(patient_id=patient.id, label="Lesion 1"))
    where = ["--database", str(store.address.file), "--images", str(store.address.images)]
    out = tmp_path / "r.pdf"
    assert main(["report", patient.pseudonym.lower(), "--out", str(out), *where]) == 0
    (page,) = words(out.read_bytes())
    assert "No images yet." in page
    assert "Secret" not in page
    assert main(["report", "P-000-0000", "--out", str(out), *where]) == 2
    assert main(["report", patient.pseudonym, "--out", str(tmp_path / "r.txt"), *where]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first == "There is no patient P-000-0000."
    assert second == "A patient's report is a .pdf file, not r.txt."
