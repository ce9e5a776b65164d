"""Whatever leaves Look of an image of the cases is on their audit trail before it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.cases.address import CaseAddress
from core.cases.audit.acts import Act
from core.cases.audit.book import AuditBook
from core.cases.store import CaseStore
from core.errors import StoreFull
from core.images import read_image
from tests.desktop.cases.filled import fill
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window
from tests.journeys.in_cases import enter, settle
from tests.journeys.test_languages import choose


@pytest.fixture
def window(make_window: MakeWindow, own_cases: CaseAddress) -> Window:
    """A window in which an image of the cases is looked at."""
    fill(own_cases)
    window = make_window(engine=FakeEngine())
    place = enter(window)
    place.browser.search.setText("lesion 1")
    settle(window)
    QTest.keyClick(place.browser.view, Qt.Key.Key_Down)
    QTest.keyClick(place.browser.view, Qt.Key.Key_Return)
    settle(window)
    section = place.page.sections[0]
    section.opened.emit(section.cells[0])
    window.bot.waitUntil(lambda: len(window.app.session.images) == 1)
    answer(window)
    return window


def answer(window: Window) -> None:
    """Decode and analyse what was opened, as the engine would."""
    client = window.engine.client
    for job, submitted in sorted(client.open.items()):
        assert isinstance(submitted.source, Path)
        client.decode(job, read_image(submitted.source))
        client.answer(job)
    window.settle()


def exported(address: CaseAddress) -> list[str]:
    """As what images left, in order; pages that were viewed are none."""
    store = CaseStore.open(address)
    try:
        entries = [one for one in store.audit.entries() if one.act is Act.EXPORTED]
        images = {image.id for image in store.file_of(store.patient_named("P-7KQ-3M2X")).images}
    finally:
        store.close()
    assert {entry.subject.removeprefix("images:") for entry in entries} <= images
    return [entry.details for entry in entries]


def test_pictures_reports_and_findings_are_noted(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    window.dialogs.chosen_png = tmp_path / "map.png"
    window.trigger("save_overlay")
    window.bot.waitUntil(lambda: "map.png" in window.app.notice.words)
    window.dialogs.chosen_pdf = tmp_path / "report.pdf"
    window.trigger("save_report")
    window.bot.waitUntil(lambda: "report.pdf" in window.app.notice.words)
    window.trigger("copy")
    window.bot.waitUntil(lambda: "clipboard" in window.app.notice.words)
    export_fhir(window, tmp_path / "out")
    window.bot.waitUntil(lambda: "into out" in window.app.notice.words)
    assert exported(own_cases) == ["picture", "report", "copy", "fhir"]


def test_an_image_from_elsewhere_is_none_of_the_cases(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    other = tmp_path / "other.png"
    Image.new("RGB", (64, 48), (200, 150, 130)).save(other)
    window.open([other])
    answer(window)
    window.dialogs.chosen_png = tmp_path / "map.png"
    window.trigger("save_overlay")
    window.bot.waitUntil(lambda: "map.png" in window.app.notice.words)
    assert exported(own_cases) == []


def test_what_cannot_be_noted_does_not_leave(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreFull("The disk is full.")

    monkeypatch.setattr(AuditBook, "note", full)
    window.dialogs.chosen_png = tmp_path / "map.png"
    window.trigger("save_overlay")
    window.bot.waitUntil(lambda: window.app.notice.words == "The disk is full.")
    assert not (tmp_path / "map.png").exists()
    window.app.notice.hide()
    export_fhir(window, tmp_path / "out")
    window.bot.waitUntil(lambda: not window.app.notice.isHidden())
    assert window.app.notice.words == "The disk is full."
    assert not (tmp_path / "out").exists()


def export_fhir(window: Window, folder: Path) -> None:
    window.dialogs.chosen_folder = folder
    window.trigger("export_fhir")
    dialog = window.app.exchange.dialog
    assert dialog is not None
    dialog.choose.click()
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()


@pytest.mark.usefixtures("speak")
def test_an_image_that_was_open_before_another_language_is_noted_too(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    choose(window, "id")
    choose(window, "en")
    window.trigger("place_look")
    window.settle()
    window.dialogs.chosen_png = tmp_path / "map.png"
    window.trigger("save_overlay")
    window.bot.waitUntil(lambda: "map.png" in window.app.notice.words)
    assert window.app.cases.presenter is None
    assert exported(own_cases) == ["picture"]
