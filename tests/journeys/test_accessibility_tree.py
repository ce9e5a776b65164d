"""Everything in the window has a name that tells it from its neighbours, and can be reached."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from core.batch.results import ResultsFile
from core.batch.table import columns_of, row_of
from core.cases.address import CaseAddress
from core.errors import UnreadableImage
from core.model.classifier import Answer
from core.paths import examples_folder
from desktop.archive.send_dialog import SendDialog
from desktop.lock.cover import LockDialog
from desktop.shell.case_mix import CaseMixQuestion
from desktop.shell.case_mix_dialog import CaseMixDialog
from desktop.shell.places import Place
from tests.desktop.accessibility import complaints
from tests.desktop.cases.filled import fill
from tests.desktop.conftest import MakeWindow
from tests.desktop.fakes import FakeEngine, make_card, make_rules
from tests.desktop.followup.lesion import fill as fill_lesion
from tests.desktop.windows import Window
from tests.journeys.test_cases import settle
from tests.journeys.test_follow_up import follow

_DIALOGS = (
    "export_dicom",
    "export_fhir",
    "archive",
    "preview_report",
    "add_to_case",
    "new_patient",
    "lock_after",
    "protect_cases",
    "your_answers",
    "model_card",
    "shortcuts",
    "about",
    "find_command",
    "batch_new",
)
_OF_CASES = ("new_lesion", "report_patient", "export_cases")


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    card = make_card(trust=make_rules())
    return make_window(engine=FakeEngine(answers_at_once=True, card=card))


def look(window: Window) -> None:
    window.open(sorted(examples_folder().glob("*.jpg"))[:3])
    window.settle()


def dialog_of(window: Window) -> QDialog:
    found = [one for one in window.app.window.findChildren(QDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def see_invitation(window: Window) -> None:
    assert window.app.places.current is Place.LOOK


def see_details(window: Window) -> None:
    look(window)
    for name in ("how_sure", "without_lesion", "similar", "evidence"):
        if not window.app.actions[name].isChecked():
            window.trigger(name)
    window.app.notices.tell("Something to know.")


def see_comparison(window: Window) -> None:
    look(window)
    window.trigger("compare")


def see_covered(window: Window) -> None:
    window.trigger("commit_first")
    look(window)


def see_cases(window: Window) -> None:
    window.trigger("place_cases")
    settle(window)


def see_patient(window: Window) -> None:
    fill(CaseAddress.default())
    see_cases(window)
    presenter, place = window.app.cases.presenter, window.app.cases.place
    assert presenter is not None
    assert place is not None
    row = place.browser.lesions[0]
    presenter.open(row.patient_id, lesion_id=row.lesion_id)
    window.bot.waitUntil(lambda: window.app.cases.content is not None)
    settle(window)


def see_follow_up(window: Window, folder: Path) -> None:
    fill_lesion(CaseAddress.default(), folder)
    follow(window)


def see_batch(window: Window) -> None:
    window.trigger("place_batch")


def see_results(window: Window, folder: Path) -> None:
    card = window.engine.client.card
    error = UnreadableImage("It is damaged.")
    with ResultsFile(folder / "r.csv", columns_of(card), sha256="ab", reading="") as results:
        results.add(row_of(Answer(Path("a"), error, None), card, name="a", reading="", sha256="ab"))
    window.dialogs.opened_csv = folder / "r.csv"
    window.trigger("batch_open")
    window.bot.waitUntil(lambda: bool(window.app.batch.model and window.app.batch.model.total))


_SEEN: tuple[Callable[[Window], None], ...] = (
    see_invitation,
    see_details,
    see_comparison,
    see_covered,
    see_cases,
    see_patient,
    see_batch,
)


def check(window: QWidget) -> None:
    said = complaints(window)
    assert not said, "\n".join(said)


@pytest.mark.parametrize("see", _SEEN)
def test_every_place(window: Window, see: Callable[[Window], None]) -> None:
    see(window)
    check(window.app.window)


def test_the_follow_up(window: Window, tmp_path: Path) -> None:
    see_follow_up(window, tmp_path)
    check(window.app.window)


def test_a_table_of_results(window: Window, tmp_path: Path) -> None:
    see_results(window, tmp_path)
    check(window.app.window)


@pytest.mark.parametrize("name", _DIALOGS)
def test_every_dialog(window: Window, name: str, tmp_path: Path) -> None:
    look(window)
    window.dialogs.chosen_folder = tmp_path
    check_dialog(window, partial(window.trigger, name))


@pytest.mark.parametrize("name", _OF_CASES)
def test_every_dialog_of_a_patient(window: Window, name: str) -> None:
    see_patient(window)
    check_dialog(window, partial(window.trigger, name))


def test_whatever_a_patients_page_opens(window: Window) -> None:
    see_patient(window)
    place = window.app.cases.place
    assert place is not None
    names = [one.accessibleName() for one in opening(place.page)]
    assert len(names) > 5
    for name in names:
        button = next(one for one in opening(place.page) if one.accessibleName() == name)
        check_dialog(window, button.click)
        window.bot.waitUntil(lambda: not visible_dialogs(window))


def opening(page: QWidget) -> list[QPushButton]:
    """Buttons that ask before they act."""
    return [one for one in page.findChildren(QPushButton) if one.text().endswith("…")]


def test_the_case_mix(window: Window) -> None:
    card = window.engine.client.card
    assert card.trust is not None
    names = {entry.code: entry.name for entry in card.classes}
    dialog = CaseMixDialog(CaseMixQuestion(names, card.trust.prevalence, None), window.app.window)
    dialog.show()
    check(dialog)
    dialog.close()


def test_what_sends_findings(window: Window) -> None:
    dialog = SendDialog(images="a", host="b", all_dicom=True, parent=window.app.window)
    dialog.show()
    check(dialog)
    dialog.close()


def test_the_lock(window: Window) -> None:
    dialog = LockDialog(lambda _: False, window.app.window)
    dialog.show()
    check(dialog)
    dialog.deleteLater()


def check_dialog(window: Window, open_it: Callable[[], None]) -> None:
    open_it()
    window.bot.waitUntil(lambda: len(visible_dialogs(window)) == 1)
    dialog = dialog_of(window)
    try:
        check(dialog)
    finally:
        dialog.reject()


def visible_dialogs(window: Window) -> list[QWidget]:
    return [one for one in window.app.window.findChildren(QDialog) if one.isVisible()]
