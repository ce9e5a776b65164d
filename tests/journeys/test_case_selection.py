"""A user narrows the list of lesions, chooses some, and exports them as a table."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from desktop.cases.export_dialog import ExportDialog
from desktop.cases.filters import Filters, Seen
from desktop.cases.lesion_view import LesionView
from tests.desktop.cases.filled import fill
from tests.desktop.windows import Window
from tests.journeys.in_cases import FIRST, enter, settle, titles

MOLE = "Anna Nó · Mole"


def click(view: LesionView, row: int, keys: Qt.KeyboardModifier) -> None:
    middle = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, QPoint(middle))


def asking(window: Window) -> ExportDialog:
    window.trigger("export_cases")
    assert window.app.cases.exporter is not None
    dialog = window.app.cases.exporter.dialog
    assert dialog is not None
    return dialog


def save(window: Window, dialog: ExportDialog, path: Path) -> None:
    window.dialogs.chosen_table = path
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: path.name in window.app.notice.words)


def test_filters_beside_the_place_on_the_body(window: Window, own_cases: CaseAddress) -> None:
    fill(own_cases)
    store = CaseStore.open(own_cases)
    analysis = store.file_of(store.patient_named("P-7KQ-3M2X")).analyses[0]
    again = replace(analysis, id="again", content={"operating_point": {"malignant": True}})
    store.add(again)
    store.close()
    place = enter(window)
    bar = place.browser.bar
    bar.diagnoses.setCurrentText("Melanoma")
    settle(window)
    assert titles(place) == [FIRST]
    bar.diagnoses.setCurrentText("Basal cell carcinoma")
    settle(window)
    assert titles(place) == []
    bar.diagnoses.setCurrentIndex(0)
    bar.malignant.setChecked(True)
    settle(window)
    assert titles(place) == [FIRST]
    bar.malignant.setChecked(False)
    bar.times.setCurrentText(Seen.YEAR)
    settle(window)
    assert len(titles(place)) < 3  # lesions without images were not seen
    bar.times.setCurrentIndex(0)
    settle(window)
    assert len(titles(place)) == 3


def test_periods_end_today() -> None:
    today = date(2026, 11, 21)
    assert Filters(seen=Seen.MONTH).query(today=today).since == today - timedelta(days=31)
    assert Filters(seen=Seen.ANY).query(today=today).since is None
    long_ago = Filters(seen=Seen.LONG_AGO).query(today=today)
    assert (long_ago.since, long_ago.unseen_since) == (None, today - timedelta(days=365))


def test_chosen_lesions_become_a_table(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases)
    assert not window.app.actions["export_cases"].isEnabled()
    place = enter(window)
    view = place.browser.view
    click(view, 0, Qt.KeyboardModifier.NoModifier)
    settle(window)
    page = place.page.content
    click(view, 2, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert len(view.chosen) == 2
    assert place.page.content is page  # choosing several opens nothing
    dialog = asking(window)
    assert dialog.only_chosen.isChecked()
    assert "2 lesions" in dialog.only_chosen.text()
    save(window, dialog, tmp_path / "two.csv")
    assert "Saved 2 lesions as two.csv" in window.app.notice.words
    assert Path(window.dialogs.proposals[-1]).name == "cases.csv"
    text = (tmp_path / "two.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["lesion"] for row in rows} == {row.title.split(" · ")[1] for row in view.chosen}
    assert "Anna" not in text


def test_all_that_was_found_becomes_a_table_and_a_failure_a_sentence(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases)
    place = enter(window)
    place.browser.search.setText("anna")
    settle(window)
    dialog = asking(window)
    assert not dialog.only_chosen.isEnabled()
    assert dialog.all_found.text().endswith("1 lesion")
    dialog.kinds[next(kind for kind in dialog.kinds if kind == "json")].setChecked(True)
    dialog.identifying.setChecked(True)
    save(window, dialog, tmp_path / "anna.json")
    (row,) = json.loads((tmp_path / "anna.json").read_text(encoding="utf-8"))
    assert (row["lesion"], row["patient_name"]) == ("Mole", "Anna Nó")
    (tmp_path / "file").write_bytes(b"")
    dialog = asking(window)
    window.dialogs.chosen_table = tmp_path / "file" / "no.csv"
    dialog.accept()
    window.bot.waitUntil(lambda: "cannot be written" in window.app.notice.words)
    assert titles(place) == [MOLE]
