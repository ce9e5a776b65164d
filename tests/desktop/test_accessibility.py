"""The walk through a window complains of what a screen reader or the Tab key would miss."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.accessibility import complaints


def add_nameless(box: QVBoxLayout) -> None:
    box.addWidget(QLineEdit())


def add_nameless_choice(box: QVBoxLayout) -> None:
    choice = QComboBox()
    choice.addItem("One")
    box.addWidget(choice)


def add_alike(box: QVBoxLayout) -> None:
    box.addWidget(QPushButton("Choose"))
    box.addWidget(QPushButton("Choose"))


def add_silenced(box: QVBoxLayout) -> None:
    label = QLabel("Melanoma")
    label.setAccessibleName("Finding")
    box.addWidget(label)


def add_unreachable(box: QVBoxLayout) -> None:
    button = QPushButton("Only by mouse")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    box.addWidget(button)


def add_nothing(box: QVBoxLayout) -> None:
    box.addWidget(QLabel("Words"))


@pytest.mark.parametrize(
    ("add", "said"),
    [
        (add_nameless, "without a name: EditableText"),
        (add_nameless_choice, "without a name: ComboBox"),
        (add_alike, "2 times: Button “Choose”"),
        (add_silenced, "“Melanoma” is read as “Finding”"),
        (add_unreachable, "beyond Tab: QPushButton “Only by mouse”"),
        (add_nothing, ""),
    ],
)
def test_what_is_wrong_is_said(qtbot: QtBot, add: Callable[[QVBoxLayout], None], said: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    box.addWidget(QPushButton("First"))
    add(box)
    box.addWidget(QPushButton("Last"))
    window.show()
    found = complaints(window)
    assert len(found) == bool(said)
    assert "".join(found).startswith(said)
