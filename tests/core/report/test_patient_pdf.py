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
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as IMAGE

from core.cases.address import CaseAddress
from core.cases.patient_file import PatientFile
from core.cases.records import Lesion, Patient, StoredImage
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.cli import main
from core.errors import FileMissing
from core.model.card import STATEMENT
from core.report.kept_map import KEY, map_values
from core.report.options import ALL_PARTS, ReportOptions, ReportPart
from core.report.originals import Originals
from core.report.paper import Paper
from core.report.pdf.patient import render_patient
from tests.core.cases.filled import fill
from tests.desktop.fakes import make_analysis, make_card

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


GREY = Originals(grey)
LETTER = ReportOptions(paper=Paper.LETTER)


def words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


def test_the_whole_file_stands_there(file: PatientFile) -> None:
    (page,) = words(
        render_patient(file, originals=GREY, made=DAY, options=ReportOptions(clinic="Clinic"))
    )
    order = [
        file.patient.pseudonym, "Sex: other, born 1950", "Lesion 1 · Face",
        "Clinical diagnosis, 1 Feb 2026: none stated",
        "Seven-point checklist of dermoscopy, 1 Feb 2026, on the image of 1 Jan 2026: incomplete",
        "1 Jan 2026 · image 1",
        "Finding of the model: Melanocytic nevus, 90 %; malignant classes together 10 %",
        STATEMENT, "Model m 1", "Page 1 of 1",
    ]  # fmt: skip
    places = [page.index(part) for part in order]
    assert places == sorted(places)
    assert "ä" in page


def test_the_name_stands_there_only_where_it_is_wanted(file: PatientFile) -> None:
    assert file.patient.name == "Nó 0"
    assert "Nó 0" not in words(render_patient(file, originals=GREY, made=DAY))[0]
    named = ReportOptions(named=True)
    (page,) = words(render_patient(file, originals=GREY, made=DAY, options=named))
    assert "Nó 0" in page
    assert "This report identifies the patient: it holds the patient's name." in page


def test_an_image_that_cannot_be_read_leaves_its_sentence(file: PatientFile) -> None:
    def lost(image: StoredImage) -> NDArray[np.uint8]:
        raise FileMissing("The original is gone.", value=image.sha256)

    (page,) = words(render_patient(file, originals=Originals(lost), made=DAY))
    assert page.index("The original is gone.") < page.index("1 Jan 2026 · image 1")


def test_a_picture_of_no_lesion_has_no_finding(file: PatientFile) -> None:
    novel = [replace(one, content={"novelty": {"novel": True}}) for one in file.analyses]
    (page,) = words(render_patient(replace(file, analyses=tuple(novel)), originals=GREY, made=DAY))
    assert "did not take this for a dermoscopic image" in page
    assert "Finding of the model" not in page


def test_many_images_and_long_notes_fill_pages(file: PatientFile) -> None:
    image = file.images[0]
    images = tuple(replace(image, id=str(number), name=f"{number}.jpg") for number in range(25))
    note = replace(file.notes[0], text="Much to say. " * 900, author="Dr. Ø")
    much = replace(file, images=images, notes=(note,))
    found = words(render_patient(much, originals=GREY, made=DAY, options=LETTER))
    whole = " ".join(found)
    assert len(found) > 3
    assert all(f"· image {number} " in whole for number in range(1, 26))
    assert "(Dr. Ø)" in whole
    assert all(STATEMENT in page for page in found)


def test_sixty_images_need_few_pages_and_no_word_is_lost(file: PatientFile) -> None:
    image, long = file.images[0], "Donaudampfschifffahrtsgesellschaft" * 12
    images = tuple(replace(image, id=str(number)) for number in range(60))
    analyses = tuple(
        replace(
            file.analyses[0], image_id=one.id, content={"probabilities": {"nv": 0.9, "mel": 0.1}}
        )
        for one in images
    )
    notes = (replace(file.notes[0], text=f"{long}\n\n{'Gatal sejak lama; ' * 560}\n左前臂"),)
    much = replace(file, images=images, analyses=analyses, notes=notes)
    for options in (ReportOptions(), LETTER):
        found = words(render_patient(much, originals=GREY, made=DAY, options=options))
        whole = " ".join(found)
        assert len(found) <= 11
        assert whole.count("Finding of the model: Melanocytic nevus") == 60
        assert long in whole.replace(" ", "")
        assert whole.count("Gatal sejak lama;") > 550  # but for those that a page divides
        assert "[3 Chinese or Japanese characters, not printable]" in whole


def test_an_empty_file_says_so() -> None:
    empty = PatientFile(Patient(), (), (), (), (), (), ())
    (page,) = words(render_patient(empty, originals=GREY, made=DAY))
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


def test_a_part_that_is_not_wanted_is_not_there(file: PatientFile) -> None:
    whole = words(render_patient(file, originals=GREY, made=DAY))[0]
    signs = {
        ReportPart.FINDINGS: "Finding of the model",
        ReportPart.DIAGNOSES: "Clinical diagnosis",
        ReportPart.CHECKLISTS: "Seven-point checklist",
        ReportPart.NOTES: "(me)",
    }
    for part, sign in signs.items():
        options = ReportOptions(parts=ALL_PARTS - {part})
        (page,) = words(render_patient(file, originals=GREY, made=DAY, options=options))
        assert sign in whole
        assert sign not in page
    bare = ReportOptions(parts=ALL_PARTS - {ReportPart.IMAGES})
    assert pictures(render_patient(file, originals=GREY, made=DAY, options=bare)) == 0


def test_all_classes_and_all_warnings_stand_beside_an_image(file: PatientFile) -> None:
    content = {
        "probabilities": {"nv": 0.9, "df": 0.001, "mel": 0.0951, "bcc": 0.004},
        "warnings": [{"code": "w", "message": "Far from certain."}],
        "quality": [{"code": "q", "message": "The picture is blurred."}],
    }
    told = tuple(replace(one, content=content) for one in file.analyses)
    (page,) = words(render_patient(replace(file, analyses=told), originals=GREY, made=DAY))
    assert "All classes: Melanocytic nevus 90 %, Melanoma 10 %, 2 more below 1 %." in page
    assert page.index("Far from certain.") < page.index("The picture is blurred.")


def test_heat_maps_that_were_kept_stand_beside_their_pictures(file: PatientFile) -> None:
    card = make_card()
    content = {KEY: map_values(make_analysis(card), full_scale=2.5)}
    mapped = replace(file, analyses=tuple(replace(one, content=content) for one in file.analyses))
    pdf = render_patient(mapped, originals=GREY, made=DAY)
    assert pictures(pdf) == 3  # the picture twice, and the scale of colours
    assert "from none to 2.5 logits and more" in words(pdf)[0]
    strange = {**content, "novelty": {"novel": True}}
    unlike = tuple(replace(one, content=strange) for one in file.analyses)
    without = ReportOptions(parts=ALL_PARTS - {ReportPart.HEAT_MAPS})
    for other, options in ((replace(file, analyses=unlike), ReportOptions()), (mapped, without)):
        pdf = render_patient(other, originals=GREY, made=DAY, options=options)
        assert pictures(pdf) == 1
        assert "Heat maps" not in words(pdf)[0]


def test_the_logo_is_on_every_page_and_a_long_name_leaves_the_day(file: PatientFile) -> None:
    logo = np.full((20, 60, 3), 90, np.uint8)
    long = ReportOptions(clinic="Clinic of many words " * 20)
    plain = render_patient(file, originals=GREY, made=DAY, options=long)
    decorated = render_patient(file, originals=GREY, made=DAY, options=long, logo=logo)
    assert pictures(decorated) == pictures(plain) + 1
    (page,) = words(decorated)
    assert f"Cl… {DAY.isoformat()}" in page


def pictures(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    kinds = [one.type for page in document for one in page.get_objects()]
    document.close()
    return kinds.count(IMAGE)


def test_the_command_narrows_to_a_lesion_and_a_visit(
    store: CaseStore, file: PatientFile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store.add(Lesion(patient_id=file.patient.id, label="Other"))
    where = ["--database", str(store.address.file), "--images", str(store.address.images)]
    out = tmp_path / "r.pdf"
    whose = ["report", file.patient.pseudonym, "--out", str(out), *where]
    assert main([*whose, "--lesion", "other"]) == 0
    (page,) = words(out.read_bytes())
    assert "Other · Site not stated" in page
    assert "Lesion 1" not in page
    assert main([*whose, "--visit", "2026-01-01", "--without", "notes", "images"]) == 0
    (page,) = words(out.read_bytes())
    assert "Report on the visit of 1 Jan 2026" in page
    assert "Other" not in page
    assert main([*whose, "--lesion", "none"]) == 2
    assert main([*whose, "--visit", "2026-01-02"]) == 2
    assert main([*whose, "--visit", "soon"]) == 2
    assert main([*whose, "--logo", str(out)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[:3] == [
        "There is no lesion “none”; the patient has: Lesion 1, Other.",
        "There was no visit on 2 Jan 2026.",
        "A day is written as 2026-01-14, not soon.",
    ]
    assert "not a picture that Lentigo can read" in said[3]
