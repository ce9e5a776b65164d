"""A line that gives way keeps its text, and paints as much of it as fits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.elided_label import ElidedLabel

TEXT = "Model Lentigo VGG16 · ONNX Runtime on CPU"


def painted(widget: QWidget, width: int) -> QImage:
    widget.resize(width, 24)
    return widget.grab().toImage()


def test_it_may_be_narrow_and_holds_the_whole_text(qtbot: QtBot) -> None:
    label = ElidedLabel(TEXT)
    qtbot.addWidget(label)
    wide = label.sizeHint().width()
    assert label.minimumSizeHint().width() < wide / 3
    short = ElidedLabel(f"{TEXT[:10]}…")
    qtbot.addWidget(short)
    for width in range(40, wide, 20):
        short.setText(label.fontMetrics().elidedText(TEXT, Qt.TextElideMode.ElideRight, width))
        assert painted(label, width) == painted(short, width)
    assert label.text() == TEXT
