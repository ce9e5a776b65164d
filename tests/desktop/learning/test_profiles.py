from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.learning.desk import LearningDesk
from desktop.learning.profile_chooser import ProfileChooser, join
from desktop.learning.profiles import Profiles
from desktop.shell.settings import SettingsStore


class Learners:
    """A chooser with what stands behind it."""

    def __init__(self, bot: QtBot, settings: SettingsStore) -> None:
        self.bot = bot
        self.settings = settings
        self.desk = LearningDesk()
        self.profiles = Profiles(self.desk, settings=settings)
        self.said: list[str] = []
        self.profiles.said.connect(self.said.append)
        self.chooser = ProfileChooser()
        bot.addWidget(self.chooser)
        join(self.chooser, self.profiles)
        self.chooser.show()
        self.settle()

    def settle(self) -> None:
        self.bot.waitUntil(lambda: not self.desk.busy)

    def type_name(self, name: str) -> None:
        QTest.keyClicks(self.chooser.name, name)
        QTest.keyClick(self.chooser.name, Qt.Key.Key_Return)
        self.settle()

    @property
    def offered(self) -> list[str]:
        return [self.chooser.list.itemText(row) for row in range(self.chooser.list.count())]

    @property
    def current(self) -> str:
        return "" if self.profiles.current is None else self.profiles.current.name


@pytest.fixture
def learners(qtbot: QtBot, own_learning: Path) -> Iterator[Learners]:
    assert not own_learning.exists()
    made = Learners(qtbot, SettingsStore())
    yield made
    made.desk.close()


def test_where_nobody_has_begun_a_name_is_asked_for(learners: Learners) -> None:
    chooser = learners.chooser
    assert chooser.name.isVisible()
    assert not chooser.list.isVisible()
    assert not chooser.cancel.isVisible()
    assert not chooser.begin.isEnabled()
    learners.type_name("  Ayu  Lestari ")
    assert learners.current == "Ayu Lestari"
    assert learners.offered == ["Ayu Lestari"]
    assert not chooser.writing


def test_somebody_else_begins_and_one_goes_back(learners: Learners) -> None:
    learners.type_name("Ayu")
    learners.chooser.new.click()
    assert learners.chooser.name.isVisible()
    learners.type_name("Made")
    assert learners.current == "Made"
    assert learners.offered == ["Ayu", "Made"]
    learners.chooser.list.choose(learners.profiles.everybody[0].id)
    assert learners.current == "Ayu"
    assert learners.settings.current.profile == learners.profiles.everybody[0].id


def test_a_name_that_is_taken_is_refused_and_stays_to_be_changed(learners: Learners) -> None:
    learners.type_name("Ayu")
    learners.chooser.new.click()
    learners.type_name("Ayu")
    assert len(learners.said) == 1
    assert learners.current == "Ayu"
    assert learners.chooser.name.text() == "Ayu"
    QTest.keyClick(learners.chooser.name, Qt.Key.Key_Escape)
    assert not learners.chooser.writing
    assert learners.chooser.list.isVisible()


def test_who_learned_last_learns_again(learners: Learners, qtbot: QtBot) -> None:
    for name in ("Ayu", "Made"):
        learners.chooser.new.click()
        learners.type_name(name)
    again = Learners(qtbot, learners.settings)
    assert again.current == "Made"
    again.settings.change(profile="of somebody who was deleted")
    third = Learners(qtbot, again.settings)
    assert third.current == "Ayu"
    for one in (again, third):
        one.desk.close()


def test_what_cannot_be_opened_says_so(qtbot: QtBot, own_learning: Path) -> None:
    own_learning.parent.mkdir()
    own_learning.write_bytes(b"not a database, but something else" * 50)
    made = Learners(qtbot, SettingsStore())
    assert len(made.said) == 1
    assert not made.profiles.known
    made.desk.close()


def test_a_chooser_that_is_gone_hears_of_nobody_any_more(learners: Learners, qtbot: QtBot) -> None:
    dialog = QDialog()
    join(ProfileChooser(dialog), learners.profiles)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()
    learners.type_name("Ayu")  # an error in a slot would fail the test
    assert learners.offered == ["Ayu"]
