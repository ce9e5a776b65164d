"""A clinician says what they see before the finding is shown, and learns what that was worth."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.cases.address import CaseAddress
from core.cases.commitment import Commitment
from core.cases.fields import DiagnosisKind
from core.cases.records import Diagnosis, Lesion, Patient
from core.cases.shape import Shape
from core.cases.store import CaseStore
from desktop.look.entries import EntryState
from desktop.look.image_list import ImageRole
from desktop.look.words import COVERED
from desktop.shell.settings import Settings, SettingsStore
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window
from tests.journeys.in_commit_first import EXAMPLES, analyse, box_of, presenter_of, sha256_of

GIVING_AWAY = ("save_overlay", "save_report", "print", "copy", "add_to_case", "next_class")


@pytest.fixture
def store(own_cases: CaseAddress) -> Iterator[CaseStore]:
    """What somebody at another workstation has open."""
    store = CaseStore.open(own_cases)
    yield store
    store.close()


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    window = make_window(engine=FakeEngine())
    window.trigger("commit_first")
    return window


def choose(window: Window, words: str, *, sure: str = "Sure") -> None:
    box = box_of(window)
    box.diagnosis.setCurrentText(words)
    box.confidence.setCurrentText(sure)
    QTest.mouseClick(box.commit, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: presenter_of(window).settled)
    window.settle()


def read(window: Window) -> str:
    labels = window.app.place.panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def everything(window: Window) -> str:
    """All that eyes, pointer or a screen reader can get of the images."""
    images = window.app.session.images
    roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, ImageRole.CAPTION)
    strip = (
        str(images.data(images.index(row), role)) for row in range(len(images)) for role in roles
    )
    return "\n".join((read(window), *strip))


def test_nothing_gives_the_finding_away_before_the_answer(window: Window, store: CaseStore) -> None:
    analyse(window, EXAMPLES[:2])
    assert window.states() == [EntryState.COVERED] * 2
    assert COVERED in read(window)
    seen = everything(window)
    assert "70 %" not in seen
    assert "Melanoma" not in seen
    assert window.app.presenter.shown() is None
    assert window.app.place.panel.bars.model().rowCount() == 0
    for name in GIVING_AWAY:
        assert not window.app.actions[name].isEnabled(), name
    assert all(entry.analysis is None for entry in window.app.session.images)
    assert store.all_judged() == ()


def test_the_answer_shows_the_finding_and_is_kept(window: Window, store: CaseStore) -> None:
    analyse(window, EXAMPLES[:2])
    assert not box_of(window).commit.isEnabled()
    choose(window, "Melanocytic nevus")
    assert "Melanoma" in read(window)
    assert "You said: melanocytic nevus (sure)." in read(window)
    assert window.app.actions["save_report"].isEnabled()
    assert window.states() == [EntryState.DONE, EntryState.COVERED]
    (judged,) = store.all_judged()
    said = judged.commitment
    assert (said.sha256, said.code, said.malignant) == (sha256_of(EXAMPLES[0]), "nv", False)
    assert (said.finding, said.finding_malignant, said.changed_mind) == ("mel", True, False)


def test_a_mind_is_changed_and_both_answers_are_kept(window: Window, store: CaseStore) -> None:
    analyse(window, EXAMPLES[:1])
    choose(window, "Melanocytic nevus")
    box = box_of(window)
    QTest.mouseClick(box.change, Qt.MouseButton.LeftButton)
    assert box.diagnosis.currentText() == "Melanocytic nevus"
    choose(window, "Melanoma (malignant)", sure="A guess")
    assert "Then: melanoma (a guess)." in read(window)
    (judged,) = store.all_judged()
    assert (judged.commitment.code, judged.commitment.final_code) == ("nv", "mel")
    QTest.mouseClick(box.change, Qt.MouseButton.LeftButton)
    QTest.mouseClick(box.decline, Qt.MouseButton.LeftButton)  # leaves it as it is
    assert "Then: melanoma (a guess)." in read(window)


def test_the_finding_can_be_shown_without_an_answer_which_is_kept_too(
    window: Window, store: CaseStore
) -> None:
    analyse(window, EXAMPLES[:1])
    QTest.mouseClick(box_of(window).decline, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: presenter_of(window).settled)
    window.settle()
    assert "Melanoma" in read(window)
    assert not box_of(window).isVisible()
    (judged,) = store.all_judged()
    assert judged.commitment.first is None


def test_who_has_answered_an_image_is_not_asked_again(
    window: Window, make_window: MakeWindow, store: CaseStore
) -> None:
    analyse(window, EXAMPLES[:1])
    choose(window, "Benign, class left open", sure="Not stated")
    again = make_window(engine=FakeEngine())
    again.trigger("commit_first")
    analyse(again, EXAMPLES[:1])
    again.bot.waitUntil(lambda: again.states() == [EntryState.DONE])
    assert "You said: benign, no class named." in read(again)
    assert len(store.all_judged()) == 1


def test_what_is_chosen_for_one_image_stays_while_others_come(
    window: Window, store: CaseStore
) -> None:
    del store
    analyse(window, EXAMPLES[:1])
    box_of(window).diagnosis.setCurrentText("Dermatofibroma")
    first = window.app.state.image
    window.engine.client.answers_at_once = True
    window.dialogs.chosen_images = list(EXAMPLES[1:2])
    window.app.session.open([(EXAMPLES[1], "other.jpg")])
    window.bot.waitUntil(lambda: presenter_of(window).settled)
    assert window.app.state.image == first
    assert box_of(window).diagnosis.currentText() == "Dermatofibroma"


def test_it_is_off_until_it_is_wanted_and_remembered(make_window: MakeWindow) -> None:
    settings = SettingsStore()
    assert Settings().commit_first is False
    window = make_window(settings=settings)
    window.open(EXAMPLES[:1])
    window.settle()
    assert window.states() == [EntryState.DONE]
    assert window.app.commit.presenter is None
    window.trigger("commit_first")
    assert settings.current.commit_first
    assert make_window(settings=settings).app.session.cover.active


def test_switching_it_off_shows_what_was_covered(window: Window, store: CaseStore) -> None:
    analyse(window, EXAMPLES[:2])
    window.trigger("commit_first")
    window.bot.waitUntil(lambda: presenter_of(window).settled)
    window.settle()
    assert window.states() == [EntryState.DONE] * 2
    assert [one.commitment.first for one in store.all_judged()] == [None, None]


def test_the_keyboard_is_enough(window: Window, store: CaseStore) -> None:
    analyse(window, EXAMPLES[:1])
    box = box_of(window)
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    box.diagnosis.setFocus()
    QTest.keyClicks(box.diagnosis, "Basal")
    QTest.keyClick(box.diagnosis, Qt.Key.Key_Tab)
    assert box.confidence.hasFocus()
    QTest.keyClick(box.confidence, Qt.Key.Key_Tab)
    assert box.commit.hasFocus()
    QTest.keyClick(box.commit, Qt.Key.Key_Space)
    window.bot.waitUntil(lambda: presenter_of(window).settled)
    assert store.all_judged()[0].commitment.code == "bcc"


def keep_case(store: CaseStore, path: Path, code: str) -> None:
    """Keep a patient with this image, and what pathology said of it."""
    patient = store.add(Patient())
    lesion = store.add(Lesion(patient_id=patient.id, label="Lesion 1"))
    visit = store.visit_on(patient, date(2026, 1, 1))
    store.bring_in(path, lesion=lesion, visit=visit, shape=Shape(64, 48))
    store.add(
        Diagnosis(
            lesion_id=lesion.id, kind=DiagnosisKind.PATHOLOGY, code=code, day=date(2026, 2, 1)
        )
    )


def open_answers(window: Window) -> str:
    window.trigger("your_answers")
    dialog = window.app.commit.dialog
    assert dialog is not None
    window.bot.waitUntil(lambda: "Reading" not in dialog.words)
    return dialog.words


def test_without_answers_the_page_says_so(window: Window, store: CaseStore) -> None:
    del store
    words = open_answers(window)
    assert "There are no answers yet." in words
    assert "Commit first" in words
    dialog = window.app.commit.dialog
    assert dialog is not None
    assert not dialog.save.isEnabled()
    assert dialog.plots.isHidden()


def test_answers_are_summed_up_with_their_outcome_and_saved(
    window: Window, store: CaseStore, tmp_path: Path
) -> None:
    analyse(window, EXAMPLES[:1])
    choose(window, "Melanocytic nevus")
    QTest.mouseClick(box_of(window).change, Qt.MouseButton.LeftButton)
    choose(window, "Melanoma (malignant)")
    keep_case(store, EXAMPLES[0], "mel")
    words = open_answers(window)
    assert "1 answer; the outcome of 1 is known." in words
    assert "1 of 1; too few to tell" in words  # the change helped
    dialog = window.app.commit.dialog
    assert dialog is not None
    window.bot.waitUntil(lambda: not dialog.plots.isHidden())
    window.dialogs.chosen_csv = tmp_path / "answers.csv"
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: "Saved as answers.csv" in window.app.notice.words)
    with (tmp_path / "answers.csv").open() as file:
        (row,) = csv.DictReader(file)
    assert (row["first_class"], row["final_class"], row["outcome"]) == ("nv", "mel", "mel")


def test_enough_answers_have_intervals_and_plots(window: Window, store: CaseStore) -> None:
    for number in range(20):
        shown = Commitment(
            sha256=f"{number:064}", code="mel", malignant=True, final_malignant=True,
            final_code="mel", finding="mel" if number % 4 else "nv",
            finding_malignant=bool(number % 4), probability=0.6, model_name="m",
            model_version="1", model_sha256="ab" * 32,
        )  # fmt: skip
        store.add(shown)
    assert "15 of 20 (53\u00a0to" in open_answers(window) or "15 of 20 (53 to 89" in open_answers(
        window
    )
    dialog = window.app.commit.dialog
    assert dialog is not None
    window.bot.waitUntil(lambda: not dialog.plots.isHidden())
    drawn = dialog.plots.pixmap().toImage()
    assert len({drawn.pixel(x, 100) for x in range(drawn.width())}) > 5


def test_an_answer_that_cannot_be_kept_leaves_the_finding_covered(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("LENTIGO_CASES", str(tmp_path / "file" / "cases.sqlite3"))
    window = make_window(engine=FakeEngine())
    window.trigger("commit_first")
    analyse(window, EXAMPLES[:1])
    choose(window, "Melanocytic nevus")
    assert window.states() == [EntryState.COVERED]
    assert "stays covered" in window.app.notice.words
    QTest.mouseClick(box_of(window).decline, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: window.states() == [EntryState.DONE])
    window.bot.waitUntil(lambda: presenter_of(window).settled)
