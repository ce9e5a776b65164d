"""The parts behind "Similar images", one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.errors import FileMissing
from core.image_source import ImageSource
from core.policy.policy import Policy
from desktop.application import make_application
from desktop.shell.background import Background
from desktop.shell.settings import SettingsStore
from desktop.similar.content import SimilarRow
from desktop.similar.list import SimilarList
from desktop.similar.rows import SimilarRows
from desktop.similar.shelf import AtlasShelf, ShelfState
from desktop.similar.thumbnails import Thumbnails
from tests.desktop.atlases import make_atlas


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    del qtbot
    background = Background()
    yield background
    background.close()


def row(name: str, **values: Any) -> SimilarRow:
    fields: dict[str, Any] = {
        "path": Path(name), "diagnosis": "Melanoma", "malignant": True, "distance": "0.010",
        "confirmed": "confirmed by histopathology", "patient": "woman, 45 years",
    }  # fmt: skip
    return SimilarRow(**fields | values)


def small() -> QImage:
    return QImage(8, 6, QImage.Format.Format_RGB888)


def test_only_the_newest_wish_is_read(background: Background, qtbot: QtBot) -> None:
    go_on = Event()
    read: list[str] = []

    def reader(path: ImageSource) -> QImage:
        assert isinstance(path, Path)
        go_on.wait(5)
        read.append(path.name)
        return small()

    thumbnails = Thumbnails(background, read=reader)
    came: list[str] = []
    thumbnails.came.connect(lambda path, _: came.append(path.name))
    thumbnails.want([Path("a"), Path("b"), Path("c")])
    thumbnails.want([Path("d")])
    go_on.set()
    qtbot.waitUntil(lambda: thumbnails.settled)
    assert read == came == ["a", "d"]
    thumbnails.want([Path("d"), Path("a")])  # both are kept
    assert thumbnails.settled
    assert came == ["a", "d", "d", "a"]


def test_one_that_cannot_be_read_holds_up_no_other(background: Background, qtbot: QtBot) -> None:
    def reader(path: ImageSource) -> QImage:
        assert isinstance(path, Path)
        if path.name == "gone":
            raise FileMissing("It is gone.")
        return small()

    thumbnails = Thumbnails(background, read=reader)
    failed: list[str] = []
    thumbnails.failed.connect(lambda path, error: failed.append(f"{path.name}: {error.message}"))
    with qtbot.waitSignal(thumbnails.came):
        thumbnails.want([Path("gone"), Path("there")])
    assert failed == ["gone: It is gone."]


def test_rows_behave_as_a_model(qtbot: QtBot) -> None:
    del qtbot
    rows = SimilarRows()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.set_rows([row("a"), row("b", malignant=False)])
    rows.show_thumbnail(Path("b"), None, missing="The image file is missing")
    assert rows.data(rows.index(0)) == "Melanoma"
    assert rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Melanoma, counted as malignant, confirmed by histopathology, woman, 45 years. "
        "Distance 0.010"
    )
    assert "file is missing" in rows[1].spoken
    rows.set_rows([])
    assert len(rows) == 0
    tester.deleteLater()


def test_the_list_is_as_high_as_its_rows_and_paints_them(qtbot: QtBot) -> None:
    make_application()
    rows = SimilarRows()
    listed = SimilarList(rows)
    rows.setParent(listed)
    qtbot.addWidget(listed)
    listed.resize(320, 10)
    listed.show()
    rows.set_rows([row("a")])
    one = listed.height()
    rows.set_rows([row("a", missing="The image file is missing"), row("b", thumbnail=small())])
    assert listed.height() > 1.9 * one
    empty = listed.grab().toImage()
    rows.set_rows([])
    assert listed.height() == 0
    assert not empty.isNull()


def test_the_last_choice_counts(background: Background, qtbot: QtBot, tmp_path: Path) -> None:
    store = SettingsStore()
    shelf = AtlasShelf(store, background)
    first = make_atlas(tmp_path / "one" / "atlas", ["nv"], name="First")
    second = make_atlas(tmp_path / "two" / "atlas", ["nv"], name="Second")
    shelf.choose(first)
    shelf.choose(second)
    qtbot.waitUntil(lambda: shelf.state is ShelfState.OPEN)
    assert shelf.atlas is not None
    assert shelf.atlas.description.name == "Second"
    assert store.current.atlas == str(second)


def test_a_bad_choice_keeps_the_former_atlas(
    background: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    store = SettingsStore()
    good = make_atlas(tmp_path / "atlas", ["nv"])
    store.change(atlas=str(good))
    shelf = AtlasShelf(store, background)
    shelf.want()
    qtbot.waitUntil(lambda: shelf.state is ShelfState.OPEN)
    with qtbot.waitSignal(shelf.refused) as refused:
        shelf.choose(tmp_path)
    assert "There is no finished atlas" in refused.args[0]
    assert shelf.state is ShelfState.OPEN
    assert store.current.atlas == str(good)


def test_where_the_atlas_is_fixed_no_other_is_taken(background: Background, tmp_path: Path) -> None:
    policy = Policy(settings={"atlas": str(tmp_path / "ours")})
    shelf = AtlasShelf(SettingsStore(policy=policy), background)
    refused: list[str] = []
    shelf.refused.connect(refused.append)
    shelf.choose(make_atlas(tmp_path / "theirs", ["mel"]))
    assert refused == ["Fixed by the administrators of this computer."]
    assert (shelf.state, shelf.folder) == (ShelfState.CLOSED, tmp_path / "ours")
