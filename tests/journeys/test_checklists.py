"""A clinician fills checklists: with the mouse or the keyboard, at once or in two goes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QMenu, QPushButton

from core.cases.filled_checklist import FilledChecklist
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.checklists.kinds import ChecklistKind
from desktop.cases.checklist_dialog import ChecklistDialog
from desktop.cases.place import CasesPlace
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.case_pages import page_of, press, waits_for, waits_for_no
from tests.journeys.in_cases import read, settle

ABCD, SEVEN = 0, 1


def choose(window: Window, place: CasesPlace, which: int) -> ChecklistDialog:
    """Ask for a new checklist of the first lesion, from the menu of its button."""
    menu_of(place).actions()[which].trigger()
    return dialog_of(window)


def menu_of(place: CasesPlace) -> QMenu:
    name = "Fill a checklist of Lesion 1"
    (button,) = (
        one for one in place.page.findChildren(QPushButton) if one.accessibleName() == name
    )
    return button.menu()


def offered(place: CasesPlace) -> list[str]:
    return [action.text() for action in menu_of(place).actions()]


def dialog_of(window: Window) -> ChecklistDialog:
    writer = window.app.cases.checklists
    assert writer is not None
    assert writer.dialog is not None
    return writer.dialog


def is_closed(window: Window) -> bool:
    writer = window.app.cases.checklists
    return writer is not None and writer.dialog is None


def save_button(dialog: ChecklistDialog) -> QPushButton:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Save)


def answer(dialog: ChecklistDialog, **answers: str) -> None:
    for one in dialog.criteria:
        for code in answers.get(one.criterion.code, "").split():
            one.options[code].click()


def filled(store: CaseStore) -> tuple[FilledChecklist, ...]:
    line = store.find(LesionQuery(words="lesion 1")).lines[0]
    return store.file_of(line.patient_id).checklists


def test_a_checklist_is_filled_with_a_live_score_and_taken_back(
    window: Window, store: CaseStore
) -> None:
    place = page_of(window)
    dialog = choose(window, place, ABCD)
    assert dialog.score.startswith("Incomplete, 0 of 4 answered, so there is no score")
    assert [one.state for one in dialog.criteria] == ["Not answered"] * 4
    assert not save_button(dialog).isEnabled()
    answer(dialog, asymmetry="2", border="6", colours="black red dark-brown blue-grey")
    assert "open: dermoscopic structures" in dialog.score
    assert [one.state for one in dialog.criteria] == ["+ 2.6", "+ 0.6", "+ 2.0", "Not answered"]
    answer(dialog, structures="network dots globules")
    assert dialog.score == (
        "Total dermoscopy score 6.7 (above 5.45: highly suggestive of melanoma)."
    )
    dialog.image.setCurrentIndex(1)
    dialog.source.setText("Dr. Ø")
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    waits_for(window, place, "ABCD rule of dermoscopy")
    assert "Dr. Ø, on the image of 14 Jan 2026: total dermoscopy score 6.7" in read(place)
    (kept,) = filled(store)
    assert kept.image_id is not None
    window.trigger("undo")
    waits_for_no(window, place, "ABCD rule of dermoscopy")
    assert filled(store) == ()
    window.trigger("redo")
    waits_for(window, place, "total dermoscopy score 6.7")


def test_an_incomplete_one_is_kept_and_says_so(window: Window, store: CaseStore) -> None:
    place = page_of(window)
    dialog = choose(window, place, SEVEN)
    answer(dialog, veil="present")
    assert save_button(dialog).text() == "Save incomplete"
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    waits_for(window, place, "incomplete, 1 of 7 answered, so there is no score")

    press(place, "Change the checklist")
    dialog = dialog_of(window)
    absent = ("network", "vessels", "streaks", "blotches", "dots", "regression")
    answer(dialog, **dict.fromkeys(absent, "absent"))
    assert dialog.score == "Score 2 (under the threshold of 3)."
    assert save_button(dialog).text() == "Save"
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    waits_for(window, place, "score 2 (under the threshold of 3)")

    press(place, "Change the checklist")
    dialog = dialog_of(window)
    QTest.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
    assert "saving deletes this checklist" in dialog.said
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    waits_for_no(window, place, "Seven-point checklist of dermoscopy")
    assert filled(store) == ()


def test_it_can_be_filled_with_the_keyboard_alone(window: Window, store: CaseStore) -> None:
    place = page_of(window)
    dialog = choose(window, place, SEVEN)
    window.bot.waitUntil(dialog.isActiveWindow)
    for one in dialog.criteria:
        first = one.options["absent"]
        window.bot.waitUntil(partial(reached, dialog, first))
        QTest.keyClick(first, Qt.Key.Key_Space)
        QTest.keyClick(first, Qt.Key.Key_Right)
        assert one.chosen == ("present",)
    assert dialog.score.startswith("Score 10")
    window.bot.waitUntil(partial(reached, dialog, save_button(dialog)))
    QTest.keyClick(save_button(dialog), Qt.Key.Key_Space)
    waits_for(window, place, "score 10 (3 or more: melanoma suspected)")
    assert [one.kind for one in filled(store)] == [ChecklistKind.SEVEN_POINT]


def reached(dialog: ChecklistDialog, button: QAbstractButton) -> bool:
    """Press Tab once more, unless the button has the focus."""
    focused = QApplication.focusWidget()
    if focused is not button and focused is not None:
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert dialog.isVisible()
    return button.hasFocus()


def test_what_was_answered_is_offered_again_after_a_crash(
    make_window: MakeWindow, store: CaseStore
) -> None:
    window = make_window()
    dialog = choose(window, page_of(window), SEVEN)
    answer(dialog, veil="present", dots="absent")
    line = store.find(LesionQuery(words="lesion 1")).lines[0]
    key = f"checklist/new/seven-point/{line.lesion_id}"
    window.bot.waitUntil(lambda: store.drafts.read(key) is not None)

    again = make_window()  # as the next start would find it
    dialog = choose(again, page_of(again), SEVEN)
    again.bot.waitUntil(lambda: "2 of 7" in dialog.score)
    assert "did not save it" in dialog.said
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    place = again.app.cases.place
    assert place is not None
    again.bot.waitUntil(lambda: "Go on with unsaved seven-point" in offered(place)[SEVEN])
    settle(again)
    dialog = choose(again, place, SEVEN)
    again.bot.waitUntil(lambda: "2 of 7" in dialog.score)
    QTest.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again.bot.waitUntil(lambda: is_closed(again) and store.drafts.read(key) is None)
    again.bot.waitUntil(lambda: offered(place)[SEVEN] == "Seven-point checklist of dermoscopy…")
    settle(again)


def test_two_who_change_one_checklist_see_each_other(window: Window, store: CaseStore) -> None:
    place = page_of(window)
    dialog = choose(window, place, SEVEN)
    answer(dialog, veil="present")
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    waits_for(window, place, "1 of 7 answered")
    press(place, "Change the checklist")
    dialog = dialog_of(window)
    (kept,) = filled(store)
    store.save(replace(kept, answers={"dots": ("present",)}, source="Dr. Æ"))
    answer(dialog, network="absent")
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: "Somebody else has changed it" in dialog.said)
    assert "Dr. Æ" in dialog.said
    assert filled(store)[0].answers == {"dots": ("present",)}
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    waits_for(window, place, "2 of 7 answered")
    assert filled(store)[0].answers == {"veil": ("present",), "network": ("absent",)}
