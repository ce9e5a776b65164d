"""What a user sees while dragging something over the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shell.drop_cover import NOTHING_FETCHED, DropCover, words_for
from desktop.shell.window import MainWindow


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def address() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/lesion.jpg")])
    return data


def picture() -> QMimeData:
    data = QMimeData()
    data.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    return data


def text() -> QMimeData:
    data = QMimeData()
    data.setText("a letter")
    return data


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    shown = MainWindow()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def drag_over(window: MainWindow, data: QMimeData) -> bool:
    """Drag over the window; return whether it would take it."""
    event = QDragEnterEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def cover_of(window: MainWindow) -> DropCover:
    (cover,) = window.findChildren(DropCover)
    return cover


@pytest.mark.usefixtures("qapp")
def test_it_names_what_would_be_opened() -> None:
    assert words_for(files("/a/lesion.jpg")) == "Drop to open lesion.jpg"
    assert words_for(files("/a/b.jpg", "/a/c.jpg")) == "Drop to open these 2 files or folders"
    assert words_for(files("/a/lesion.jpg"), batch=True) == "Drop to open lesion.jpg"
    assert words_for(files("/a/lesion.jpg", "/"), batch=True) == (
        "Drop to analyse all images of it, into a table"
    )
    assert words_for(picture()) == "Drop to open this picture"
    assert words_for(address()) == NOTHING_FETCHED
    assert words_for(text()) is None
    long = words_for(files(f"/a/{'x' * 300}.jpeg"))
    assert long is not None
    assert len(long) < 80
    assert long.endswith(".jpeg")


def test_the_window_shows_it_and_takes_it_away_again(window: MainWindow, tmp_path: Path) -> None:
    data = files(str(tmp_path / "lesion.jpg"))
    assert drag_over(window, data)
    cover = cover_of(window)
    assert cover.isVisible()
    assert window.rect().contains(cover.geometry())
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not cover.isVisible()


def test_a_drop_ends_it(window: MainWindow, qtbot: QtBot) -> None:
    data = files("/a/lesion.jpg")
    drag_over(window, data)
    drop = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(window.dropped):
        QApplication.sendEvent(window, drop)
    assert not cover_of(window).isVisible()


def test_what_holds_nothing_for_us_is_not_taken(window: MainWindow) -> None:
    assert not drag_over(window, text())
    assert not cover_of(window).isVisible()
