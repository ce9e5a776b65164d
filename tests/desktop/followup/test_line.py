"""Lines are moved by keys and drawn over anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.followup.line import nudged, paint_line

LINE = QLineF(10, 10, 30, 10)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "wanted"),
    [
        (Qt.Key.Key_Right, NONE, QLineF(10, 10, 32, 10)),
        (Qt.Key.Key_Up, NONE, QLineF(10, 10, 30, 8)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, QLineF(10, 10, 30, 30)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, QLineF(8, 10, 30, 10)),
    ],
)
def test_arrows_move_one_end(key: Qt.Key, modifiers: Qt.KeyboardModifier, wanted: QLineF) -> None:
    assert nudged(LINE, key, modifiers, step=2) == wanted


def test_other_keys_move_nothing() -> None:
    assert nudged(LINE, Qt.Key.Key_A, NONE, step=2) is None


@pytest.mark.parametrize("ground", ["#000000", "#ffffff"])
def test_a_line_is_seen_on_black_and_on_white(qtbot: QtBot, ground: str) -> None:
    del qtbot  # fonts need an application
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint_line(painter, QLineF(20, 40, 100, 40), "3.2 mm", room=QRectF(image.rect()))
    painter.end()
    column = {image.pixelColor(60, row).lightness() for row in range(36, 45)}
    assert max(column) - min(column) > 150
