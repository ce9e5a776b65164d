"""Marks follow whoever learns now, and begin a profile where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.learning.store.address import VARIABLE
from core.learning.store.records import ImageMark
from desktop.learning.desk import LearningDesk
from desktop.learning.marks import Marks
from desktop.learning.profiles import Profiles
from desktop.shell.settings import SettingsStore

ONE = ImageMark("a" * 64, "Atlas")


@pytest.fixture
def marks(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Marks]:
    del qtbot  # brings the application
    monkeypatch.setenv(VARIABLE, str(tmp_path / "learning.sqlite3"))
    desk = LearningDesk()
    yield Marks(desk, Profiles(desk, settings=SettingsStore()))
    desk.close()


def favourites(marks: Marks) -> list[ImageMark]:
    return [] if marks.marked is None else list(marks.marked.favourites)


def test_nobody_is_begun_before_something_is_marked(marks: Marks, qtbot: QtBot) -> None:
    marks.want()
    qtbot.waitUntil(lambda: marks.marked is not None)
    assert not marks.profiles.everybody
    marks.set_favourites(lambda: [ONE], wanted=True)
    qtbot.waitUntil(lambda: marks.profiles.current is not None)
    qtbot.waitUntil(lambda: favourites(marks) == [ONE])
    assert [one.name for one in marks.profiles.everybody] == ["Me"]
    marks.set_favourites(lambda: [ONE], wanted=False)
    qtbot.waitUntil(lambda: favourites(marks) == [])


def test_a_refusal_is_told_and_changes_nothing(marks: Marks, qtbot: QtBot) -> None:
    marks.add("Hard", lambda: [ONE])
    qtbot.waitUntil(lambda: marks.marked is not None and bool(marks.marked.collections))
    with qtbot.waitSignal(marks.said) as told:
        marks.add("Hard", list)
    assert told.args == ["There is one already with this name: choose another."]
    assert marks.marked is not None
    assert [one.images for one in marks.marked.collections] == [(ONE,)]


def test_what_another_window_deleted_is_read_anew(marks: Marks, qtbot: QtBot) -> None:
    marks.add("Hard", lambda: [ONE])
    qtbot.waitUntil(lambda: marks.marked is not None and bool(marks.marked.collections))
    assert marks.marked is not None
    gone = marks.marked.collections[0].collection
    marks.remove(gone)
    with qtbot.waitSignal(marks.said) as told:
        marks.rename(gone, "Soft")
    assert "deleted meanwhile" in str(told.args)
    qtbot.waitUntil(lambda: marks.marked is not None and not marks.marked.collections)
