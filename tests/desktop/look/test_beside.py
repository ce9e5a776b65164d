"""What stands beside a picture leaves it at least half of the width, where it can."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.beside import beside
from desktop.look.legend import Legend
from desktop.look.picture_view import PictureView


class Panel(QWidget):
    """Wants 344 pixels, and needs fewer or more of them."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least

    def sizeHint(self) -> QSize:
        return QSize(max(344, self._least), 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, 100)


def stack_of(panel: Panel) -> QStackedWidget:
    stack = QStackedWidget()
    stack.addWidget(panel)
    return stack


@pytest.mark.parametrize(
    ("width", "least", "expected"),
    [(608, 230, (300, 300)), (1208, 230, (856, 344)), (608, 420, (180, 420))],
    ids=["narrow", "wide", "of long words"],
)
@pytest.mark.parametrize("stacked", [False, True])
def test_the_picture_has_half_or_more_unless_words_need_it(
    qtbot: QtBot, width: int, least: int, expected: tuple[int, int], *, stacked: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    picture, shown = PictureView(), stack_of(Panel(least)) if stacked else Panel(least)
    row = beside(picture, Legend(), shown)
    row.setContentsMargins(0, 0, 0, 0)
    window.setLayout(row)
    window.resize(width, 400)
    window.show()
    assert (picture.width(), shown.width()) == expected
