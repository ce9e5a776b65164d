"""A DICOM file says whose it is: the window tells that it does, and takes only what is taken."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from core.cases.address import CaseAddress
from core.cases.conditions import LesionQuery
from core.cases.fields import BodySite, Sex
from core.cases.patient_file import PatientFile
from core.cases.store import CaseStore
from core.images import read_image
from desktop.cases.add_dialog import AddDialog
from desktop.cases.suggestion_box import Fact
from desktop.shell.days import current_day
from tests.core.images.dicoms import dicom
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "source.dcm"
    said: dict[str, Any] = {
        "PatientID": "ID-4711",
        "PatientName": "Marked^Nomen",
        "PatientBirthDate": "19810203",
        "PatientSex": "F",
        "BodyPartExamined": "FOREARM",
        "AcquisitionDate": "20261101",
        "AccessionNumber": "A-4712",
        "ReferringPhysicianName": "Roe^Richard",
    }
    path.write_bytes(dicom(np.zeros((48, 64, 3), np.uint8), **said))
    return path


def look_at(window: Window, path: Path) -> None:
    window.open([path])
    (job,) = window.engine.client.open
    window.engine.client.decode(job, read_image(path))
    window.engine.client.answer(job)
    window.settle()


def said(window: Window) -> str:
    labels = window.app.place.panel.findChildren(QLabel)
    return next(
        f"{one.text()} {one.toolTip()}" for one in labels if one.objectName() == "file_says"
    )


def asked(window: Window) -> AddDialog:
    window.trigger("add_to_case")
    dialog = window.app.keeping.dialog
    assert isinstance(dialog, AddDialog)
    window.bot.waitUntil(dialog.suggestions.isVisible)
    window.bot.waitUntil(dialog.new.isChecked)  # the store is empty
    return dialog


def keep(window: Window, dialog: AddDialog) -> PatientFile:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    window.bot.waitUntil(lambda: "is kept with" in window.app.notice.words)
    with closing(CaseStore.open(CaseAddress.default())) as store:
        (found,) = store.find(LesionQuery()).lines
        return store.file_of(found.patient_id)


def test_the_panel_tells_that_there_is_more_but_not_what(
    make_window: MakeWindow, image: Path
) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, image)
    window.bot.waitUntil(lambda: "Patient ID, Year of birth, Sex" in said(window))
    assert "Accession number, Referring physician" in said(window)
    for secret in ("ID-4711", "Nomen", "1981", "4712", "Roe"):
        assert secret not in said(window)


def test_nothing_is_taken_that_was_not_accepted(make_window: MakeWindow, image: Path) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, image)
    dialog = asked(window)
    assert not dialog.suggestions.buttons[Fact.SIDE].isVisible()  # the file does not say it
    dialog.suggestions.buttons[Fact.SEX].click()
    dialog.suggestions.buttons[Fact.SITE].click()
    file = keep(window, dialog)
    assert (file.patient.sex, file.patient.birth_year) == (Sex.FEMALE, None)
    assert file.patient.pseudonym != "ID-4711"
    assert file.lesions[0].site is BodySite.FOREARM
    assert file.visits[0].day == current_day()


def test_the_id_is_offered_again_when_the_image_goes_elsewhere(
    make_window: MakeWindow, image: Path
) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, image)
    dialog = asked(window)
    box = dialog.suggestions
    box.all.click()
    box.buttons[Fact.PATIENT_ID].click()
    assert not box.buttons[Fact.PATIENT_ID].isEnabled()
    dialog.same.setEnabled(True)  # as where there are cases
    dialog.same.setChecked(True)
    assert box.buttons[Fact.PATIENT_ID].text() == "Take"
    assert not box.buttons[Fact.DAY].isEnabled()
    box.buttons[Fact.PATIENT_ID].click()
    assert dialog.browser.search.text() == "ID-4711"


def test_all_but_the_id_is_taken_at_once_where_the_user_wants_it(
    make_window: MakeWindow, image: Path
) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, image)
    dialog = asked(window)
    dialog.suggestions.all.click()
    file = keep(window, dialog)
    assert file.patient.pseudonym != "ID-4711"  # it would stand in exports that name nobody
    assert file.patient.birth_year == 1981
    assert file.visits[0].day == date(2026, 11, 1)
    assert "on the visit of 1 Nov 2026" in window.app.notice.words
    assert file.patient.name == ""
    assert not file.notes  # nor what leads to the patient


def test_the_id_becomes_the_pseudonym_by_its_own_button_which_warns(
    make_window: MakeWindow, image: Path
) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, image)
    dialog = asked(window)
    assert dialog.suggestions.warning.isVisible()
    assert "in exports and reports" in dialog.suggestions.warning.text()
    dialog.suggestions.buttons[Fact.PATIENT_ID].click()
    assert keep(window, dialog).patient.pseudonym == "ID-4711"


def test_the_order_is_noted_of_the_lesion_where_it_is_taken(
    make_window: MakeWindow, image: Path
) -> None:
    window = make_window(engine=FakeEngine())
    look_at(window, image)
    dialog = asked(window)
    for fact in (Fact.ACCESSION, Fact.PHYSICIAN):
        dialog.suggestions.buttons[fact].click()
    (note,) = keep(window, dialog).notes
    assert note.text == "Accession number: A-4712\nReferring physician: Richard Roe"
