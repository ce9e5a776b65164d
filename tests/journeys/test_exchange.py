"""Findings leave the window as DICOM and FHIR, whose they are as the user says, else nobody's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pydicom import Dataset, dcmread
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.images import read_image
from core.report.order import Order
from desktop.cases.suggestion_box import Fact
from desktop.exchange.export_dialog import ExchangeDialog
from desktop.exchange.wish import Whose
from tests.core.images.dicoms import dicom
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window

NAME, IDENTIFIER, STUDY = "Marked^Nomen", "ID-4711", "1.2.3.44"


@pytest.fixture
def from_the_archive(tmp_path: Path) -> Path:
    path = tmp_path / "source.dcm"
    said: dict[str, Any] = {"PatientName": NAME, "PatientID": IDENTIFIER, "StudyInstanceUID": STUDY}
    said |= {"AccessionNumber": "A-1", "ReferringPhysicianName": "Roe^Richard"}
    path.write_bytes(dicom(pixels(1), **said, SeriesInstanceUID="1.2.3.44.5"))
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "lesion.png"
    Image.fromarray(pixels(2)).save(path)
    return path


def pixels(seed: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.random.default_rng(seed).integers(0, 256, (48, 64, 3), dtype=np.uint8)


def look_at(window: Window, *paths: Path) -> None:
    """Open files, and have each decoded as it is."""
    window.open(paths)
    client = window.engine.client
    for job, submitted in sorted(client.open.items()):
        assert isinstance(submitted.source, Path)
        client.decode(job, read_image(submitted.source))
        client.answer(job)
    window.settle()


def asked(window: Window, name: str) -> ExchangeDialog:
    window.trigger(name)
    dialog = window.app.exchange.dialog
    assert dialog is not None
    return dialog


def export(window: Window, dialog: ExchangeDialog) -> str:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    window.bot.waitUntil(lambda: "into out" in window.app.notice.words)
    return window.app.notice.words


def test_findings_join_the_study_only_when_the_user_says_so(
    make_window: MakeWindow, from_the_archive: Path, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, from_the_archive)
    window.dialogs.chosen_folder = tmp_path / "out"
    for whose, study_stays in ((Whose.NOBODY, False), (Whose.SAME, True)):
        dialog = asked(window, "export_dicom")
        dialog.choose.click()
        dialog.form.whose[whose].setChecked(True)
        assert dialog.form.kinds[dialog.form.wish.kind].isEnabled() is not study_stays
        words = export(window, dialog)
        assert words.startswith("Wrote 2 files" if study_stays else "Wrote 3 files")
        name = "source-2" if study_stays else "source"  # what is there is never replaced
        report: Dataset = dcmread(tmp_path / "out" / f"{name}.report.dcm")
        assert (report.StudyInstanceUID == STUDY) is study_stays
        assert (report.PatientID == IDENTIFIER) is study_stays
        assert (str(report.PatientName) == NAME) is study_stays
        window.app.notice.hide()


def test_patient_and_order_are_offered_and_stand_only_where_they_are_taken(
    make_window: MakeWindow, from_the_archive: Path, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, from_the_archive)
    window.dialogs.chosen_folder = tmp_path / "out"
    dialog = asked(window, "export_dicom")
    box = dialog.form.suggestions
    window.bot.waitUntil(box.isVisible)
    assert box.words_of(Fact.PHYSICIAN) == "Referring physician: Richard Roe"
    assert dialog.form.wish.order == Order()
    for fact in (Fact.PATIENT_ID, Fact.ACCESSION):
        box.buttons[fact].click()
    assert dialog.form.wish.whose is Whose.PSEUDONYM
    dialog.form.order.physician.setText("Doe\\Jane")
    dialog.choose.click()
    export(window, dialog)
    report: Dataset = dcmread(tmp_path / "out" / "source.report.dcm")
    assert (report.PatientID, report.AccessionNumber) == (IDENTIFIER, "A-1")
    assert report.ReferringPhysicianName == "DoeJane"  # as nothing of DICOM can hold a backslash
    assert report.PatientName == ""
    window.app.notice.hide()
    dialog = asked(window, "export_fhir")
    window.bot.waitUntil(dialog.form.suggestions.isVisible)
    dialog.form.suggestions.buttons[Fact.PHYSICIAN].click()
    dialog.form.whose[Whose.NOBODY].setChecked(True)  # and thought better of it
    assert not dialog.form.order.isEnabled()
    dialog.choose.click()
    export(window, dialog)
    assert "Roe" not in (tmp_path / "out" / "source.fhir.json").read_text()


def test_several_chosen_images_are_written_under_a_pseudonym(
    make_window: MakeWindow, from_the_archive: Path, photo: Path, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, from_the_archive, photo)
    window.app.place.filmstrip.setFocus()
    QTest.keyClick(window.app.place.filmstrip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    window.settle()
    dialog = asked(window, "export_fhir")
    assert not dialog.form.whose[Whose.SAME].isVisible()
    assert dialog.form.suggestions.isHidden()  # they may be of different patients
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    dialog.form.whose[Whose.PSEUDONYM].setChecked(True)
    assert not save.isEnabled()
    dialog.form.pseudonym.setText("P-7\\KQ")  # a backslash would make it two
    window.dialogs.chosen_folder = tmp_path / "out"
    dialog.choose.click()
    assert export(window, dialog).startswith("Wrote 2 files")
    for name in ("source", "lesion"):
        report = json.loads((tmp_path / "out" / f"{name}.fhir.json").read_text())
        assert report["status"] == "preliminary"
        assert report["subject"]["identifier"]["value"] == "P-7KQ"
        assert IDENTIFIER not in json.dumps(report)
    dialog = asked(window, "export_dicom")
    assert not dialog.form.whose[Whose.SAME].isEnabled()
    dialog.reject()


def test_what_cannot_be_written_says_why_and_stops_no_other(
    make_window: MakeWindow, from_the_archive: Path, photo: Path, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, from_the_archive, photo)
    window.app.place.filmstrip.selectAll()
    Image.fromarray(pixels(3)).save(photo)
    window.dialogs.chosen_folder = tmp_path / "out"
    dialog = asked(window, "export_dicom")
    dialog.choose.click()
    words = export(window, dialog)
    assert words.startswith("Wrote 3 files")
    assert "lesion.png: The file has changed since it was analysed" in words
