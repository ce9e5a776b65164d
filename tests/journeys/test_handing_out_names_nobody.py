"""Offering, exporting, protecting and another language: none of it names a patient in the logs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from core.cases.address import CaseAddress
from core.images import read_image
from desktop.cases.add_dialog import AddDialog
from desktop.cases.suggestion_box import Fact
from tests.core.cases.vault.sealed_cases import make_cheap
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window
from tests.journeys import marked


def offered(window: Window) -> None:
    """Take what the DICOM file says, its ID too, and leave the dialog."""
    window.trigger("add_to_case")
    dialog = window.app.keeping.dialog
    assert isinstance(dialog, AddDialog)
    window.bot.waitUntil(dialog.suggestions.isVisible)
    dialog.suggestions.all.click()
    dialog.suggestions.buttons[Fact.PATIENT_ID].click()
    dialog.reject()


def exchanged(window: Window, out: Path) -> None:
    """Export the finding as DICOM, with the patient whom the image names, and as FHIR."""
    window.dialogs.chosen_folder = out
    for action in ("export_dicom", "export_fhir"):
        window.trigger(action)
        dialog = window.app.exchange.dialog
        assert dialog is not None
        dialog.choose.click()
        dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()
        window.bot.waitUntil(lambda: "into out" in window.app.notice.words)
        window.app.notice.hide()


@pytest.mark.usefixtures("caplog", "own_cases")
def test_what_a_file_says_is_offered_and_exported(
    make_window: MakeWindow, overheard: io.StringIO, tmp_path: Path
) -> None:
    capture = next(path for path in marked.files(tmp_path / "Zebedee") if path.suffix == ".dcm")
    window = make_window(engine=FakeEngine())
    window.open([capture])
    (job,) = window.engine.client.open
    window.engine.client.decode(job, read_image(capture))
    window.engine.client.answer(job)
    window.settle()
    offered(window)
    exchanged(window, tmp_path / "out")
    assert list((tmp_path / "out").iterdir())
    frame = window.frame
    window.trigger("language_id")
    window.bot.waitUntil(lambda: window.frame is not frame)
    window.frame.window.close()
    assert marked.found_in(overheard.getvalue()) == []


@pytest.mark.usefixtures("caplog")
def test_cases_are_protected(
    make_window: MakeWindow, own_cases: CaseAddress, overheard: io.StringIO, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    make_cheap(monkeypatch)
    image = marked.fill(own_cases, marked.files(tmp_path / "Zebedee")[0])
    own_cases.images.joinpath(image.sha256[:2], image.sha256).write_bytes(b"snapdragon")
    window = make_window()
    window.trigger("protect_cases")
    window.bot.waitUntil(lambda: window.app.vault.protecting is not None)
    dialog = window.app.vault.protecting
    assert dialog is not None
    for line in (dialog.first, dialog.second):
        line.insert("zebedee snapdragon")
    dialog.go.click()
    window.bot.waitUntil(lambda: "nothing was converted" in dialog.verdict.text())
    dialog.reject()
    window.frame.window.close()
    assert marked.found_in(overheard.getvalue()) == []
