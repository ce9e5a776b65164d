"""Somebody sees what their answers say, shows it to a supervisor, and lets another one learn."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from core.atlas.browse import Facet
from core.report.drawn_pages import DrawnPages
from core.taxonomy import KNOWN
from desktop.progress.wish import Span
from desktop.progress.words import NOBODY, NONE_COUNTED, NONE_YET
from desktop.quiz.stage import Stage
from desktop.shell.places import Place
from desktop.shell.settings import SettingsStore
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.progress.learned import begin_profiles, learn
from tests.desktop.quiz.driven import Quizzing
from tests.desktop.quiz.driven import enter as go_to_quiz
from tests.journeys.in_progress import Seeing, enter


def test_answers_are_told_and_given_to_a_supervisor(
    make_window: MakeWindow, own_learning: Path, tmp_path: Path
) -> None:
    learn(own_learning)
    begin_profiles(own_learning, ["Made"])
    window = make_window()
    seeing = enter(window)
    assert "Right at first sight\n50 %\n12 of 24; between 31 and 69 %" in seeing.words
    assert "Too sure: by 40 points of 100" in seeing.words
    assert "Melanoma and melanocytic nevus\n6 of 24 answers" in seeing.words
    assert not seeing.place.sheet.plots.pixmap().isNull()

    bar = seeing.place.scrolled.verticalScrollBar()
    window.bot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(seeing.place.scrolled, Qt.Key.Key_PageDown)
    assert bar.value() > 0

    window.dialogs.chosen_pdf = tmp_path / "out" / "ayu.pdf"
    window.trigger("progress_pdf")
    window.bot.waitUntil(lambda: "Saved as ayu.pdf" in window.app.notice.words)
    with DrawnPages(window.dialogs.chosen_pdf.read_bytes()) as pages:
        words = " ".join(pages.text(page) for page in range(len(pages)))
    assert "Learning progress: Ayu" in words
    assert "12 of 24 (31 to 69 %)" in words
    assert "not a medical device" in words
    window.dialogs.chosen_csv = tmp_path / "ayu.csv"
    window.trigger("progress_csv")
    window.bot.waitUntil(lambda: "Saved as ayu.csv" in window.app.notice.words)
    rows = list(csv.DictReader(window.dialogs.chosen_csv.read_text().splitlines()))
    assert (len(rows), sum(one["right"] == "true" for one in rows)) == (24, 12)

    seeing.choose("Made")
    assert NONE_YET in seeing.words
    assert not window.app.actions["progress_pdf"].isEnabled()
    seeing.choose("Ayu")
    assert "12 of 24" in seeing.words
    assert window.app.actions["progress_pdf"].isEnabled()


def test_what_was_answered_a_moment_ago_is_told(make_window: MakeWindow, tmp_path: Path) -> None:
    atlas = make_atlas(tmp_path / "atlas", ("nv", "bcc", "mel", "nv", "mel"))
    found = go_to_quiz(make_window, atlas)
    seeing = enter(found.window)
    assert NOBODY in seeing.words
    found.window.trigger("place_quiz")
    found.settle()
    found.begin.profile.name.setFocus()
    found.sign_in("Ayu")
    found.begin.begun.emit()
    found.settle()
    for right in (True, False):
        found.answer(right=right)
        found.press(Qt.Key.Key_Return)
    found.window.trigger("place_progress")
    found.window.bot.waitUntil(lambda: seeing.place.telling)
    seeing.settle()
    assert "Right at first sight\n1 of 2\nToo few to tell" in seeing.words
    assert "Answers\n2\n" in seeing.words


def test_what_cannot_be_written_is_one_sentence(
    make_window: MakeWindow, own_learning: Path, tmp_path: Path
) -> None:
    learn(own_learning, count=3)
    window = make_window()
    enter(window)
    (tmp_path / "file").write_bytes(b"")
    window.dialogs.chosen_csv = tmp_path / "file" / "ayu.csv"
    window.trigger("progress_csv")
    window.bot.waitUntil(lambda: "cannot be written" in window.app.notice.words)
    window.dialogs.chosen_csv = None  # thinks better of it
    window.trigger("progress_csv")


def test_a_part_is_counted_and_remembered(make_window: MakeWindow, own_learning: Path) -> None:
    learn(own_learning, count=20, days=50)
    learn(own_learning, count=12, days=20, atlas="Ward")
    settings = SettingsStore()
    seeing = enter(make_window(settings=settings))
    bar = seeing.place.bar
    assert "of 32; between" in seeing.words
    bar.span.choose(Span.MONTH)
    seeing.settle()
    assert "of 12; between" in seeing.words
    assert "Answers since" in seeing.words
    bar.atlas.choose("Drawn set")
    seeing.settle()
    assert NONE_COUNTED in seeing.words
    again = enter(make_window(settings=settings))
    assert NONE_COUNTED in again.words
    again.place.everything_wanted.emit()
    again.settle()
    assert "of 32; between" in again.words


def test_where_nobody_has_begun_a_profile_is_begun_here(make_window: MakeWindow) -> None:
    window = make_window()
    seeing = enter(window)
    assert NOBODY in seeing.words
    assert not window.app.actions["profile_delete"].isEnabled()
    seeing.place.chooser.name.setText("Ayu")
    seeing.place.chooser.begin.click()
    window.bot.waitUntil(lambda: NONE_YET in seeing.words)
    assert window.app.actions["profile_delete"].isEnabled()


def test_a_profile_gets_another_name_and_another_one_goes(
    make_window: MakeWindow, own_learning: Path
) -> None:
    learn(own_learning)
    begin_profiles(own_learning, ["Made"])
    window = make_window()
    seeing = enter(window)
    keeping = window.app.profile_commands.keeping
    window.trigger("profile_rename")
    dialog = keeping.renaming
    assert dialog is not None
    dialog.name.setText("Made")
    dialog.buttons.accepted.emit()
    window.bot.waitUntil(lambda: "There is one already" in dialog.words)
    dialog.name.setText("Ayu Lestari")
    dialog.buttons.accepted.emit()
    window.bot.waitUntil(lambda: keeping.renaming is None)
    seeing.settle()
    assert seeing.place.chooser.list.currentText() == "Ayu Lestari"
    assert "12 of 24" in seeing.words

    window.trigger("profile_delete")
    window.bot.waitUntil(lambda: keeping.deleting is not None)
    asking = keeping.deleting
    assert asking is not None
    assert asking.text() == "Delete the profile Ayu Lestari with 24 answers?"
    asking.reject()
    window.bot.waitUntil(lambda: keeping.deleting is None)
    assert "12 of 24" in seeing.words
    window.trigger("profile_delete")
    window.bot.waitUntil(lambda: keeping.deleting is not None)
    asking = keeping.deleting
    assert asking is not None
    asking.delete.click()
    window.bot.waitUntil(lambda: NONE_YET in seeing.words)
    seeing.settle()
    assert seeing.place.chooser.list.currentText() == "Made"


def test_a_pair_is_seen_in_the_atlas(
    make_window: MakeWindow, own_learning: Path, tmp_path: Path
) -> None:
    learn(own_learning)
    settings = SettingsStore()
    settings.change(atlas=str(make_atlas(tmp_path / "atlas", ("nv", "bcc", "mel", "nv"))))
    window = make_window(settings=settings)
    seeing = enter(window)
    press(seeing, f"See in the atlas: {named(('mel', 'nv'))}")
    assert window.app.places.current is Place.ATLAS
    atlas = window.app.atlas
    assert atlas.place is not None
    assert atlas.presenter is not None
    shown = atlas.place.shown
    window.bot.waitUntil(lambda: shown.text() == "3 of 4 images")
    choice = atlas.place.filter_bar.facets[Facet.DIAGNOSIS]
    assert choice.currentText() == "Melanoma and Melanocytic nevus"
    atlas.place.filter_bar.clear()
    window.bot.waitUntil(lambda: shown.text() == "4 images")


def test_a_quiz_about_a_pair_is_one_step_away(
    make_window: MakeWindow, own_learning: Path, tmp_path: Path
) -> None:
    learn(own_learning)
    settings = SettingsStore()
    settings.change(atlas=str(make_atlas(tmp_path / "atlas", ("nv", "bcc", "mel", "nv"))))
    window = make_window(settings=settings)
    seeing = enter(window)
    for codes in (("bcc", "nv"), ("mel", "nv")):  # at first, and where the place has been seen
        press(seeing, f"Quiz about {named(codes)}")
        assert window.app.places.current is Place.QUIZ
        found = Quizzing(window)
        found.settle()
        assert set(found.begin.diagnoses.chosen) == set(codes)
        if codes == ("bcc", "nv"):
            found.begin.begun.emit()
            found.settle()
            assert found.at(Stage.ASKING)
            window.trigger("place_progress")
            seeing.settle()
    assert found.at(Stage.NONE)  # what was on can be gone on with
    assert "You left a quiz" in found.begin.left.text()


def named(codes: Sequence[str]) -> str:
    return " and ".join(KNOWN[code].name for code in codes)


def press(seeing: Seeing, name: str) -> None:
    """Press a button beside a pair."""
    buttons = seeing.place.sheet.findChildren(QPushButton)
    names = {one.accessibleName().lower(): one for one in buttons}
    names[name.lower()].click()


@pytest.mark.usefixtures("speak")
def test_another_language_keeps_who_learns_and_what_is_counted(
    make_window: MakeWindow, own_learning: Path
) -> None:
    learn(own_learning)
    begin_profiles(own_learning, ["Adi"])
    window = make_window()
    seeing = enter(window)
    seeing.choose("Ayu")
    seeing.place.bar.span.choose(Span.QUARTER)
    seeing.settle()
    old = window.frame
    window.trigger("language_id")
    window.bot.waitUntil(lambda: window.frame is not old)
    window.bot.waitUntil(lambda: window.app.places.current is Place.PROGRESS)
    again = Seeing(window)
    assert again.place.bar.wish.span is Span.QUARTER
    assert "12 dari 24" in again.words
