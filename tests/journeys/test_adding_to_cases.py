"""A clinician keeps an image and its finding with a patient's lesion."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from core.images import read_image
from core.paths import examples_folder
from desktop.cases.add_dialog import AddDialog
from desktop.look.words import UNLIKE
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import KNOWN, NOVEL, make_analysis, make_card, make_rules
from tests.desktop.windows import Window
from tests.journeys.in_cases import enter, save, settle


def analysed(make_window: MakeWindow, *, finding: str = "mel", novel: bool = False) -> Window:
    """Open an example as the real engine would, checksum and all."""
    card = make_card(trust=make_rules())
    window = make_window(engine=FakeEngine(card=card))
    path = min(examples_folder().glob("*.jpg"))
    window.open([path])
    client = window.engine.client
    (job,) = client.open
    client.decode(job, read_image(path))
    client.answer(job, make_analysis(card, finding=finding, novelty=NOVEL if novel else KNOWN))
    window.settle()
    return window


def adding(window: Window) -> AddDialog:
    window.trigger("add_to_case")
    dialog = window.app.keeping.dialog
    assert isinstance(dialog, AddDialog)
    window.bot.waitUntil(lambda: dialog.browser.lesions.total > 0 or dialog.new.isChecked())
    return dialog


def test_an_image_becomes_a_case_and_the_next_one_joins_it(
    make_window: MakeWindow, own_cases: CaseAddress
) -> None:
    window = analysed(make_window)
    dialog = adding(window)
    assert not dialog.same.isEnabled()
    dialog.patient_form.pseudonym.setText("P-TEST")
    dialog.lesion_form.site.setCurrentText("Upper arm")
    dialog.lesion_form.side.setCurrentText("Right")
    save(window, dialog)
    window.bot.waitUntil(lambda: "is kept with Lesion 1 of P-TEST" in window.app.notice.words)
    dialog = adding(window)
    assert dialog.same.isChecked()
    dialog.browser.view.setCurrentIndex(dialog.browser.lesions.index(0))
    save(window, dialog)
    place = enter(window)
    window.bot.waitUntil(lambda: "2 images" in place.browser.lesions[0].place)
    QTest.keyClick(place.browser.view, Qt.Key.Key_Down)
    QTest.keyClick(place.browser.view, Qt.Key.Key_Return)
    settle(window)
    section = place.page.sections[0]
    assert section.section.title == "Lesion 1 · Upper arm, right"
    assert [section.cells[row].finding for row in range(2)] == ["Melanoma", "Melanoma"]
    original = min(examples_folder().glob("*.jpg"))
    source = section.cells[0].source
    assert isinstance(source, Path)
    assert source.read_bytes() == original.read_bytes()
    content = place.page.content
    assert content is not None
    window.close()
    store = CaseStore.open(own_cases)
    kept = store.file_of(content.patient).analyses
    store.close()
    assert kept[0].content["label"] == "Melanoma"
    assert kept[0].content["probabilities"]["mel"] == pytest.approx(0.62)
    assert kept[0].content["novelty"]["novel"] is False
    assert len(kept[0].content["heat_map"]["values"]) == 4


def test_who_thinks_better_of_it_at_once_is_told_nothing(make_window: MakeWindow) -> None:
    window = analysed(make_window)
    window.trigger("add_to_case")
    dialog = window.app.keeping.dialog
    assert isinstance(dialog, AddDialog)
    dialog.reject()  # before the lesions are found
    answered: list[object] = []
    window.app.cases.desk.ask(lambda _: 1, done=answered.append, failed=answered.append)
    window.bot.waitUntil(lambda: bool(answered))
    assert window.app.notice.words == ""


def test_what_is_unlike_a_lesion_is_kept_as_that(make_window: MakeWindow) -> None:
    window = analysed(make_window, novel=True)
    save(window, adding(window))
    window.bot.waitUntil(lambda: "is kept" in window.app.notice.words)
    place = enter(window)
    assert place.browser.lesions[0].finding == UNLIKE
    place.browser.view.opened.emit(place.browser.lesions[0])
    settle(window)
    assert place.page.sections[0].cells[0].spoken.endswith(UNLIKE)


def test_a_file_that_has_changed_is_not_kept(
    make_window: MakeWindow, tmp_path: Path, own_cases: CaseAddress
) -> None:
    card = make_card()
    window = make_window(engine=FakeEngine(card=card))
    path = tmp_path / "a.jpg"
    path.write_bytes(min(examples_folder().glob("*.jpg")).read_bytes())
    window.open([path])
    client = window.engine.client
    (job,) = client.open
    client.decode(job, read_image(path))
    client.answer(job)
    window.settle()
    path.write_bytes(path.read_bytes() + b"more")
    save(window, adding(window))
    window.bot.waitUntil(lambda: "has changed since" in window.app.notice.words)
    place = enter(window)
    assert "No cases yet" in place.message.words  # nor is the new patient left behind
    assert not [one for one in own_cases.images.rglob("*") if one.is_file()]
